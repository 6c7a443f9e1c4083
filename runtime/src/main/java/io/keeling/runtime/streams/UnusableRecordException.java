package io.keeling.runtime.streams;

/**
 * A record that can be read but never processed. Thrown by a processor, it makes a dead letter of
 * the record with this reason and message, so neither may quote content.
 */
public class UnusableRecordException extends RuntimeException {

  private final String reason;

  /**
   * @param reason what dead letters are counted by, in lower case with hyphens
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
