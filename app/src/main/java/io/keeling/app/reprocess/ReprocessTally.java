package io.keeling.app.reprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of what would change, or has been sent, and the first few changes for a person to read.
 * For one thread.
 */
final class ReprocessTally {

  /** Number of changes shown: with their lines they fill a screen. */
  static final int EXAMPLES = 3;

  private final Map<ReprocessOutcome, Long> counts = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private int shown;

  void count(ReprocessOutcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  long of(ReprocessOutcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  boolean wantsExample() {
    return shown < EXAMPLES;
  }

  void example(String name, List<String> changes) {
    shown++;
    examples.add("");
    examples.add(name);
    changes.forEach(change -> examples.add("  " + change));
  }

  Map<ReprocessOutcome, Long> counts() {
    return counts;
  }

  List<String> examples() {
    return examples;
  }
}
