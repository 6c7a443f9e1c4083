package io.keeling.runtime.deadline;

import io.keeling.runtime.streams.UnusableRecordException;

/** Work on a record exceeded its deadline and was abandoned. */
public final class TookTooLongException extends UnusableRecordException {

  /** The reason in dead letters. */
  public static final String REASON = "took-too-long";

  /**
   * @param message one line for a person, without content
   */
  public TookTooLongException(String message) {
    super(REASON, message);
  }
}
