package io.keeling.sink.database;

import io.keeling.storage.DatabaseFailure;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The outcome of storing a batch. */
public sealed interface StoreOutcome {

  /** Calls the function for this outcome, and returns its result. */
  <R> R fold(IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed);

  /**
   * The batch is stored, and its offsets with it.
   *
   * @param articles number of articles with a new current state
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
   * Nothing was stored, as far as is known. If the connection broke during a commit, the stored
   * offsets show later whether the commit succeeded.
   */
  record Failed(DatabaseFailure failure) implements StoreOutcome {
    @Override
    public <R> R fold(
        IntFunction<R> stored, Supplier<R> fenced, Function<DatabaseFailure, R> failed) {
      return failed.apply(failure);
    }
  }
}
