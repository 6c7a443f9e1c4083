package io.keeling.ingest.drift;

import io.keeling.contract.article.Article;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quality of the last pages of one source; takes less than a kilobyte as JSON.
 *
 * @param readAt when a page of the source was last read
 */
record SourceYield(Map<YieldPart, Trend> trends, Instant readAt) {

  SourceYield {
    trends = Map.copyOf(trends);
  }

  static SourceYield unknown(Instant now) {
    return new SourceYield(Map.of(), now);
  }

  /**
   * Returns the yield with one more page.
   *
   * @param article the article on the page; null if there is none
   */
  SourceYield with(@Nullable Article article, Instant now) {
    Map<YieldPart, Trend> next = new EnumMap<>(YieldPart.class);
    next.putAll(trends);
    add(next, YieldPart.ARTICLE, YieldPart.share(article != null), now);
    if (article != null) {
      add(next, YieldPart.AUTHOR, YieldPart.share(!article.authors().isEmpty()), now);
      add(next, YieldPart.DATE, YieldPart.share(article.publishedAt() != null), now);
      add(next, YieldPart.LENGTH, YieldPart.length(article.text().length()), now);
    }
    return new SourceYield(next, now);
  }

  private static void add(Map<YieldPart, Trend> trends, YieldPart part, int value, Instant now) {
    trends.put(part, trends.getOrDefault(part, Trend.NONE).with(part, value, now));
  }

  /** Returns the share of articles among the last pages, 0 to 1. */
  double articles() {
    return trends.getOrDefault(YieldPart.ARTICLE, Trend.NONE).average() / 100;
  }

  /** Returns the number of last pages that the yield covers. */
  int pages() {
    return trends.getOrDefault(YieldPart.ARTICLE, Trend.NONE).last().size();
  }

  /**
   * Returns the average of a part's last values, in the unit of {@link Trend}; null if the part has
   * no values.
   */
  @Nullable Double average(YieldPart part) {
    Trend trend = trends.getOrDefault(part, Trend.NONE);
    return trend.last().isEmpty() ? null : trend.average();
  }

  @Nullable Instant lostSince(YieldPart part) {
    return trends.getOrDefault(part, Trend.NONE).lostSince();
  }
}
