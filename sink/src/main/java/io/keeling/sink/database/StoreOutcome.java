package io.keeling.sink.database;

import io.keeling.storage.DatabaseFailure;

/** What became of a batch. Immutable and safe to share between threads. */
public sealed interface StoreOutcome {

  /**
   * The batch is stored, and the offsets behind it.
   *
   * @param articles how many articles have a new current state
   */
  record Stored(int articles) implements StoreOutcome {}

  /** Nothing was stored, as another sink has moved the offsets, which are to be read again. */
  record Fenced() implements StoreOutcome {}

  /**
   * Nothing was stored, as far as is known: when the connection breaks during a commit, the offsets
   * tell.
   *
   * @param failure why
   */
  record Failed(DatabaseFailure failure) implements StoreOutcome {}
}
