package io.keeling.runtime.streams;

/**
 * A record that can be read but never processed. A processor that throws it makes a dead letter of
 * the record; reason and message go into the letter as they are, so neither may quote the content.
 */
public class UnusableRecordException extends RuntimeException {

  private final String reason;

  /**
   * @param reason what dead letters are counted by, in lower case with hyphens
   * @param message one line for a person, without the content
   */
  public UnusableRecordException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What dead letters are counted by. */
  public String reason() {
    return reason;
  }
}
