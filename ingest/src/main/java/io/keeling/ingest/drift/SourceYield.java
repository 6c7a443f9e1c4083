package io.keeling.ingest.drift;

import io.keeling.contract.article.Article;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes of the pages of one source. Immutable; less than a kilobyte as JSON.
 *
 * @param trends of each part
 * @param readAt when a page of it was last read
 */
record SourceYield(Map<Part, Trend> trends, Instant readAt) {

  SourceYield {
    trends = Map.copyOf(trends);
  }

  /** A source of which no page was read. */
  static SourceYield unknown(Instant now) {
    return new SourceYield(Map.of(), now);
  }

  /**
   * The yield with one page more.
   *
   * @param article what was read on it; null if it was no article
   */
  SourceYield with(@Nullable Article article, Instant now) {
    Map<Part, Trend> next = new EnumMap<>(Part.class);
    next.putAll(trends);
    add(next, Part.ARTICLE, Part.share(article != null), now);
    if (article != null) {
      add(next, Part.AUTHOR, Part.share(!article.authors().isEmpty()), now);
      add(next, Part.DATE, Part.share(article.publishedAt() != null), now);
      add(next, Part.LENGTH, Part.length(article.text().length()), now);
    }
    return new SourceYield(next, now);
  }

  private static void add(Map<Part, Trend> trends, Part part, int value, Instant now) {
    trends.put(part, trends.getOrDefault(part, Trend.NONE).with(part, value, now));
  }

  /** Which share of its last pages were articles, 0 to 1. */
  double articles() {
    return trends.getOrDefault(Part.ARTICLE, Trend.NONE).average() / 100;
  }

  /** How many of its last pages are known. */
  int pages() {
    return trends.getOrDefault(Part.ARTICLE, Trend.NONE).last().size();
  }

  /** The average of the last values of a part, in the unit of {@link Trend}; null without any. */
  @Nullable Double average(Part part) {
    Trend trend = trends.getOrDefault(part, Trend.NONE);
    return trend.last().isEmpty() ? null : trend.average();
  }

  /** Since when a part is lost; null if it is not. */
  @Nullable Instant lostSince(Part part) {
    return trends.getOrDefault(part, Trend.NONE).lostSince();
  }
}
