package io.keeling.runtime.deadline;

import io.keeling.runtime.streams.UnusableRecordException;

/** The work on a record took longer than its deadline and was given up. */
public final class TookTooLongException extends UnusableRecordException {

  /** What such dead letters are counted by. */
  public static final String REASON = "took-too-long";

  /**
   * @param message one line for a person, without the content
   */
  public TookTooLongException(String message) {
    super(REASON, message);
  }
}
