package io.keeling.app.reprocess;

import io.keeling.app.kafka.RecordPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What today's reader made of a page.
 *
 * @param version the article's version; null if the page holds none
 * @param fetchedAt when the page was fetched
 * @param place where it lies
 */
record ReadPage(@Nullable String version, Instant fetchedAt, RecordPosition place) {

  /** Of two readings of an article, the one with text that was fetched last. */
  static ReadPage newest(ReadPage one, ReadPage other) {
    if ((one.version == null) != (other.version == null)) {
      return one.version == null ? other : one;
    }
    return other.fetchedAt.isBefore(one.fetchedAt) ? one : other;
  }
}
