package io.keeling.reader;

import java.util.stream.Stream;
import org.slf4j.Logger;

/** Says that a reader failed, without a word of what it read. */
public final class ReaderBugs {

  /** Frames of a failure that reach the log: where it happened, and how it came to that. */
  private static final int FRAMES = 12;

  private ReaderBugs() {}

  /**
   * Logs a failure, and gives the line for its dead letter. Its own message may quote the page.
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
