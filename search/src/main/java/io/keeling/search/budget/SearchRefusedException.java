package io.keeling.search.budget;

/** Thrown when a question to the index is refused because of its cost. */
public final class SearchRefusedException extends RuntimeException {

  /** Why the question is refused. */
  public enum Reason {
    /** The request used more processor time than allowed. */
    SPENT,
    /** Too many other long requests are waiting. */
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
