package io.keeling.desk.collections;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * An article in a collection. Immutable; threads may share it.
 *
 * @param addedBy the name of the account that added it
 */
public record Collected(
    @Nested Headline article, Instant addedAt, String addedBy, @Nested @Nullable Note note) {

  /**
   * The current state of the article.
   *
   * @param url its address at the outlet
   * @param outlet the outlet's name
   * @param sortedAt when it was published; if unknown, when it was first seen
   */
  public record Headline(
      String id,
      String url,
      String title,
      String outlet,
      String domain,
      String language,
      Instant sortedAt) {}

  /**
   * A note on the article.
   *
   * @param text plain text, possibly of several lines, never empty
   * @param by the name of the account that last changed the note
   */
  public record Note(@PropagateNull String text, Instant at, String by) {}

  /** The note's text; empty if there is no note. */
  public String noteText() {
    return note == null ? "" : note.text();
  }
}
