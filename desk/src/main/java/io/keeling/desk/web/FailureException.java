package io.keeling.desk.web;

/** Ends an action with a failure, which is then told to whoever asked. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  FailureException(Failure failure) {
    super(failure.key(), null, false, false);
    this.failure = failure;
  }

  /** What is told. */
  public Failure failure() {
    return failure;
  }
}
