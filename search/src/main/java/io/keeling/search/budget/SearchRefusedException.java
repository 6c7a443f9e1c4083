package io.keeling.search.budget;

/** A question to the index that is not answered because of what it takes. */
public final class SearchRefusedException extends RuntimeException {

  /** Why it is not. */
  public enum Reason {
    /** It took more processor time than a request may. */
    SPENT,
    /** Too many others that take long were before it. */
    BUSY
  }

  private final Reason reason;

  SearchRefusedException(Reason reason) {
    super("the search was refused: " + reason, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
