package io.keeling.sink;

/**
 * An operator has to mend something before the sink can run; the message says what, in one line.
 */
public final class MisconfiguredException extends RuntimeException {

  public MisconfiguredException(String message, Throwable cause) {
    super(message, cause);
  }

  public MisconfiguredException(String message) {
    super(message);
  }
}
