package io.keeling.app.deadletter;

import io.keeling.app.terminal.Table;
import io.keeling.contract.deadletter.DeadLetter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts dead letters by stage and reason. Not for sharing between threads. */
public final class DeadLetterCounts {

  private final Map<String, Integer> counts = new TreeMap<>();

  public void add(DeadLetter letter) {
    counts.merge(stage(letter) + " " + letter.reason(), 1, Integer::sum);
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  public List<String> lines() {
    Table table = new Table();
    counts.forEach((reason, count) -> table.row(count, reason));
    return table.lines();
  }

  /** Returns all counts on one line, such as {@code 3 read too-short, 1 sink refused}. */
  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  static String stage(DeadLetter letter) {
    return letter.stage().name().toLowerCase(Locale.ROOT);
  }
}
