package io.keeling.desk.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters by reason. Immutable; threads may share it.
 *
 * @param counts how many there are of each kind, the most first
 * @param newest those written last, newest first
 * @param complete whether all of the topic was read; if not, ask again in a moment
 */
public record DeadLetterList(List<Count> counts, List<Row> newest, boolean complete) {

  public DeadLetterList {
    counts = List.copyOf(counts);
    newest = List.copyOf(newest);
  }

  public record Count(DeadLetterKind kind, long letters) {}

  /**
   * A letter without what it holds.
   *
   * @param source the id of the source that led to it
   * @param about the address of the page, or the topic it came from
   */
  public record Row(
      DeadLetterId id, DeadLetterKind kind, Instant at, @Nullable String source, String about) {}
}
