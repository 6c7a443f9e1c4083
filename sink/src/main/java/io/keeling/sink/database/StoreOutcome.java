package io.keeling.sink.database;

import io.keeling.storage.DatabaseFailure;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What became of a batch. */
public sealed interface StoreOutcome {

  /** Calls one of the three, by what became of the batch, and returns its result. */
  <R> R fold(IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed);

  /**
   * The batch is stored, and the offsets behind it.
   *
   * @param articles how many articles have a new current state
   */
  record Stored(int articles) implements StoreOutcome {
    @Override
    public <R> R fold(
        IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed) {
      return stored.apply(articles);
    }
  }

  /** Nothing was stored: another sink has moved the offsets, which must be read again. */
  record Fenced() implements StoreOutcome {
    @Override
    public <R> R fold(
        IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed) {
      return fenced.get();
    }
  }

  /**
   * Nothing was stored, as far as is known: after a connection broke in a commit, the offsets tell.
   */
  record Failed(DatabaseFailure failure) implements StoreOutcome {
    @Override
    public <R> R fold(
        IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed) {
      return failed.apply(failure);
    }
  }
}
