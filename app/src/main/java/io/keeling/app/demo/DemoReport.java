package io.keeling.app.demo;

import io.keeling.app.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** The table at the end of the demo's first round. */
final class DemoReport {

  /** How many rows a table shows. Chosen: the whole report fits on a screen. */
  private static final int MOST = 12;

  private DemoReport() {}

  static List<String> lines(DemoTally tally) {
    List<String> lines = new ArrayList<>();
    section(lines, tally.articles() + " articles", table(tally.outlets()));
    Table reasons = new Table();
    tally.deadLetters().forEach((reason, count) -> reasons.row(" ", count, reason));
    section(lines, tally.deadLetterCount() + " dead letters, by reason", reasons);
    section(lines, "Top topics", table(tally.topics()));
    section(lines, "Top names", table(tally.names()));
    return lines;
  }

  private static Table table(List<DemoTally.Count> counts) {
    Table table = new Table();
    counts.stream().limit(MOST).forEach(each -> table.row(" ", each.count(), each.label()));
    return table;
  }

  private static void section(List<String> lines, String heading, Table table) {
    lines.add(heading);
    lines.addAll(table.lines());
    lines.add("");
  }
}
