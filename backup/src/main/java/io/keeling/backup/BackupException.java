package io.keeling.backup;

import org.jspecify.annotations.Nullable;

/**
 * Says that a backup cannot be written or restored. The message is one line for the operator: what
 * is wrong, and what to do.
 */
public final class BackupException extends RuntimeException {

  public BackupException(String message) {
    this(message, null);
  }

  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
