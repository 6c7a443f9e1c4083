package io.keeling.desk.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters by reason. Immutable; threads may share it.
 *
 * @param counts number of letters of each kind, most frequent first
 * @param newest the letters written last, newest first
 * @param complete whether all of the topic was read; if not, ask again in a moment
 */
public record DeadLetterList(List<Count> counts, List<Row> newest, boolean complete) {

  public DeadLetterList {
    counts = List.copyOf(counts);
    newest = List.copyOf(newest);
  }

  public record Count(DeadLetterKind kind, long letters) {}

  /**
   * A letter without its content.
   *
   * @param source the id of the source that led to it
   * @param about the address of the page, or the topic it came from
   */
  public record Row(
      DeadLetterId id, DeadLetterKind kind, Instant at, @Nullable String source, String about) {}
}
