package io.keeling.backup;

import org.jspecify.annotations.Nullable;

/**
 * A backup that cannot be written or put back. The message is one line for whoever asked for it:
 * what is wrong, and what to do.
 */
public final class BackupException extends RuntimeException {

  public BackupException(String message) {
    this(message, null);
  }

  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
