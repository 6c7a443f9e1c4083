package io.keeling.app.deadletter;

import io.keeling.app.kafka.RecordPosition;
import io.keeling.app.terminal.Table;
import io.keeling.contract.deadletter.DeadLetter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the most recently written dead letters of a topic. They may be added in any order, as the
 * scan of the topic yields one partition after another. Of each letter, it keeps only what is
 * shown, never the content. Not for sharing between threads.
 */
public final class NewestDeadLetters {

  private final int limit;
  private final PriorityQueue<Row> oldestFirst =
      new PriorityQueue<>(Comparator.comparing(Row::at).thenComparing(Row::id));

  public NewestDeadLetters(int limit) {
    this.limit = limit;
  }

  public void add(RecordPosition id, DeadLetter letter) {
    oldestFirst.add(
        new Row(
            id,
            letter.at(),
            DeadLetterCounts.stage(letter),
            letter.reason(),
            letter.sourceId() == null ? "-" : letter.sourceId(),
            letter.url() != null ? letter.url() : letter.origin().topic()));
    if (oldestFirst.size() > limit) {
      oldestFirst.remove();
    }
  }

  public List<String> lines() {
    if (oldestFirst.isEmpty()) {
      return List.of();
    }
    Table table = new Table().row("ID", "AT", "STAGE", "REASON", "SOURCE", "ABOUT");
    oldestFirst.stream()
        .sorted(oldestFirst.comparator())
        .forEach(
            row ->
                table.row(
                    row.id(), row.at(), row.stage(), row.reason(), row.source(), row.about()));
    return table.lines();
  }

  private record Row(
      RecordPosition id, Instant at, String stage, String reason, String source, String about) {}
}
