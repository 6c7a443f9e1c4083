package io.keeling.app.extract;

/** No page could be fetched from a URL on the command line. */
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
