package io.keeling.search;

import org.jspecify.annotations.Nullable;

/** No index can answer now; the same question may be answered in a moment. */
public final class IndexAwayException extends RuntimeException {

  public IndexAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
