package io.keeling.runtime.streams;

/**
 * A record that can be read but never processed. If a processor throws it, the record becomes a
 * dead letter with this reason and message, so neither may quote content.
 */
public class UnusableRecordException extends RuntimeException {

  private final String reason;

  /**
   * @param reason the category by which dead letters are counted, in lower case with hyphens
   * @param message one line for a person, without content
   */
  public UnusableRecordException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
