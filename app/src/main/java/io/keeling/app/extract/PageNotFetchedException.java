package io.keeling.app.extract;

/** A URL on the command line did not lead to a page. */
public final class PageNotFetchedException extends RuntimeException {

  private final String outcome;

  /**
   * @param outcome label of the fetch outcome, such as {@code gone}
   * @param message one line for a person
   */
  public PageNotFetchedException(String outcome, String message) {
    super(message);
    this.outcome = outcome;
  }

  public String outcome() {
    return outcome;
  }
}
