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
 * The quality of a source's last pages, at most {@value Trend#WINDOW} of them, as people see it.
 * Its components are fields of the JSON at {@code /sources.json}.
 *
 * @param pages how many pages count
 * @param articles share of articles among them, in percent
 * @param authors share of these that name an author, in percent; null without any
 * @param dates share of these that have a date, in percent; null without any
 * @param characters their length, the geometric mean; null without any
 * @param drifting since when which part has been half of the usual or less, by its label
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
   * The yields of all sources that any instance knows, by source id; none if ingest has never run.
   *
   * @throws KafkaException if the broker does not answer within the limit, or refuses
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
   * The one with fewer articles, as in the metrics: a source with hosts in several partitions has
   * one yield in each.
   */
  static Yield worse(Yield a, Yield b) {
    return b.articles() < a.articles() ? b : a;
  }

  /** As one line, such as {@code 97 % articles, 80 % with authors, 3,200 characters}. */
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
