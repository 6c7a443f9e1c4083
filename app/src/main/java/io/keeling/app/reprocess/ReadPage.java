package io.keeling.app.reprocess;

import io.keeling.app.kafka.RecordPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a page with the current reader.
 *
 * @param version the article's version; null if the page has no article
 * @param fetchedAt when the page was fetched
 * @param place position of the page's record
 */
record ReadPage(@Nullable String version, Instant fetchedAt, RecordPosition place) {

  /**
   * Returns whichever of two readings of an article was fetched last. A reading with text takes
   * precedence over a reading without text.
   */
  static ReadPage newest(ReadPage one, ReadPage other) {
    if ((one.version == null) != (other.version == null)) {
      return one.version == null ? other : one;
    }
    return other.fetchedAt.isBefore(one.fetchedAt) ? one : other;
  }
}
