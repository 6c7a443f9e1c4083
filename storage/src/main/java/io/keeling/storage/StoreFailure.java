package io.keeling.storage;

/**
 * Why the database did not store a batch, by what is to be done about it. Immutable and safe to
 * share between threads.
 */
public sealed interface StoreFailure {

  /** One line for a person, without content of articles. */
  String message();

  /** A failure that will pass: wait and try again, for as long as it takes. */
  record Transient(String message) implements StoreFailure {}

  /** A failure for which a record is to blame: it would be refused for ever. */
  record Poison(String message) implements StoreFailure {}

  /** A failure that an operator has to mend: stop and say so. */
  record Misconfigured(String message) implements StoreFailure {}
}
