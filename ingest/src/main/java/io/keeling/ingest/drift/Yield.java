package io.keeling.ingest.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.ingest.catalogue.CompactedTopic;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a source's last pages, at most {@value Trend#WINDOW} of them, in the form shown to
 * users. The components are fields of the JSON at {@code /sources.json}.
 *
 * @param pages number of pages covered
 * @param articles share of articles among the pages, in percent
 * @param authors share of the articles that name an author, in percent; null if there are no
 *     articles
 * @param dates share of the articles that have a date, in percent; null if there are no articles
 * @param characters length of the articles, the geometric mean; null if there are no articles
 * @param drifting since when each part has been at half of its usual value or less, by label
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Yield(
    int pages,
    int articles,
    @Nullable Integer authors,
    @Nullable Integer dates,
    @Nullable Integer characters,
    Map<String, Instant> drifting) {

  public Yield {
    drifting = Map.copyOf(drifting);
  }

  /**
   * Returns the yields of all sources known to any instance, by id; none if ingest has never run.
   *
   * @throws KafkaException if the broker refuses, or does not answer within the limit
   */
  public static Map<String, Yield> all(KafkaConnection kafka, Duration limit) {
    Map<String, Yield> all = new HashMap<>();
    new CompactedTopic<>(kafka, SourceYields.CHANGELOG, SourceYields.YIELD, limit)
        .read()
        .forEach((source, state) -> all.put(source, of(state)));
    return all;
  }

  static Yield of(SourceYield state) {
    Map<String, Instant> drifting = new HashMap<>();
    for (YieldPart part : YieldPart.values()) {
      Instant since = state.lostSince(part);
      if (since != null) {
        drifting.put(part.label(), since);
      }
    }
    Double length = state.average(YieldPart.LENGTH);
    return new Yield(
        state.pages(),
        (int) Math.round(100 * state.articles()),
        rounded(state.average(YieldPart.AUTHOR)),
        rounded(state.average(YieldPart.DATE)),
        length == null ? null : YieldPart.characters(length),
        drifting);
  }

  private static @Nullable Integer rounded(@Nullable Double value) {
    return value == null ? null : (int) Math.round(value);
  }

  /**
   * Returns the yield with the smaller share of articles; the metrics also show the smaller share.
   * A source with hosts in several partitions has one yield in each of them.
   */
  static Yield worse(Yield a, Yield b) {
    return b.articles() < a.articles() ? b : a;
  }

  /** Returns one line, such as {@code 97 % articles, 80 % with authors, 3,200 characters}. */
  public String text() {
    if (pages == 0) {
      return "";
    }
    StringBuilder line = new StringBuilder(articles + " % articles");
    if (authors != null) {
      line.append(", ").append(authors).append(" % with authors");
    }
    if (dates != null) {
      line.append(", ").append(dates).append(" % with dates");
    }
    if (characters != null) {
      line.append(", ").append(String.format(Locale.ROOT, "%,d", characters)).append(" characters");
    }
    if (!drifting.isEmpty()) {
      line.append("; half or less: ")
          .append(drifting.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return line.toString();
  }
}
