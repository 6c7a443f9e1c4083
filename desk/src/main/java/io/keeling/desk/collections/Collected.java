package io.keeling.desk.collections;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * An article in a collection.
 *
 * @param addedBy the name of the account that put it in
 * @param note none where there is none
 */
public record Collected(
    @Nested Headline article, Instant addedAt, String addedBy, @Nested @Nullable Note note) {

  /**
   * What is listed of the article, as it is now.
   *
   * @param url where its outlet has it
   * @param outlet the outlet's name
   * @param sortedAt when it was published, or else first seen
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
   * What somebody wrote on it.
   *
   * @param text plain text, perhaps of several lines, never empty
   * @param by the name of the account that wrote it last
   */
  public record Note(@PropagateNull String text, Instant at, String by) {}

  /** The text of the note, empty where there is none. */
  public String noteText() {
    return note == null ? "" : note.text();
  }
}
