package io.keeling.app.failure;

import org.jspecify.annotations.Nullable;

/** A failure that the user can fix. The message is one line: what is wrong, and what to do. */
public final class UserException extends RuntimeException {

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
