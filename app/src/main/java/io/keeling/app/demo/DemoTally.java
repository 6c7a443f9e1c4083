package io.keeling.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.terminal.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of the articles that have arrived so far.
 *
 * @param articles number of articles that can be queried
 * @param deadLetters number by reason
 * @param outlets number of articles by outlet, highest first
 * @param topics number of articles by topic, highest first
 * @param names number of articles by name, highest first
 */
record DemoTally(
    long articles,
    Map<String, Integer> deadLetters,
    List<Count> outlets,
    List<Count> topics,
    List<Count> names) {

  /** Maximum number of rows in a table, so that the whole report fits on a screen. */
  private static final int MOST_ROWS = 12;

  /** One line of a count. */
  record Count(String label, long count) {}

  static DemoTally take(DeskClient desk, DeadLetterLog deadLetters)
      throws IOException, InterruptedException {
    JsonNode facets = desk.get("/api/facets");
    return new DemoTally(
        articles(desk),
        letters(deadLetters),
        counts(facets.path("source")),
        counts(facets.path("topic")),
        counts(facets.path("name")));
  }

  static long articles(DeskClient desk) throws IOException, InterruptedException {
    return desk.get("/api/articles?limit=1").path("total").asLong();
  }

  static Map<String, Integer> letters(DeadLetterLog deadLetters) {
    Map<String, Integer> reasons = new TreeMap<>();
    deadLetters.forEach((id, letter) -> reasons.merge(letter.reason(), 1, Integer::sum));
    return reasons;
  }

  int deadLetterCount() {
    return deadLetters.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    section(lines, articles + " articles", table(outlets));
    Table reasons = new Table();
    deadLetters.forEach((reason, count) -> reasons.row(" ", count, reason));
    section(lines, deadLetterCount() + " dead letters, by reason", reasons);
    section(lines, "Top topics", table(topics));
    section(lines, "Top names", table(names));
    return lines;
  }

  private static Table table(List<Count> counts) {
    Table table = new Table();
    counts.stream().limit(MOST_ROWS).forEach(each -> table.row(" ", each.count(), each.label()));
    return table;
  }

  private static void section(List<String> lines, String heading, Table table) {
    lines.add(heading);
    lines.addAll(table.lines());
    lines.add("");
  }

  private static List<Count> counts(JsonNode facet) {
    List<Count> result = new ArrayList<>();
    facet.forEach(
        each ->
            result.add(
                new Count(
                    each.path("label").asText(each.path("value").asText()),
                    each.path("count").asLong())));
    result.sort(Comparator.comparingLong(Count::count).reversed());
    return result;
  }
}
