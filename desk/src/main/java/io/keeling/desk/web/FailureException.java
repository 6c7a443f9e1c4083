package io.keeling.desk.web;

/** Ends an action; the failure becomes the answer. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  FailureException(Failure failure) {
    super(failure.key(), null, false, false);
    this.failure = failure;
  }

  /** The failure to answer with. */
  public Failure failure() {
    return failure;
  }
}
