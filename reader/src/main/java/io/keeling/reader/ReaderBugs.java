package io.keeling.reader;

import java.util.stream.Stream;
import org.slf4j.Logger;

/** Reports that a reader failed, without quoting what it read. */
public final class ReaderBugs {

  /** Stack frames of a failure that are logged: where it happened, and what led to it. */
  private static final int FRAMES = 12;

  private ReaderBugs() {}

  /**
   * Logs a failure and returns the line for its dead letter, without its message, which may quote
   * the page.
   *
   * @param what what was read, such as "page"
   */
  public static String line(Logger log, String what, byte[] bytes, Throwable failure) {
    log.error(
        "The reader failed on a {} of {} bytes; this is a bug: {} at {}",
        what,
        bytes.length,
        failure.getClass().getName(),
        Stream.of(failure.getStackTrace()).limit(FRAMES).toList());
    return "the reader failed: " + failure.getClass().getSimpleName();
  }
}
