package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.Story;
import org.jspecify.annotations.Nullable;

/**
 * SQL that counts the outlets that currently tell a story. A stored article only has the number at
 * the time of its arrival. Counting when an article is read gives the current number, which is the
 * same for all tellings.
 *
 * <p>Counting takes one lookup in {@code article_story_index} for each article shown. It reads a
 * row for each telling, at most {@link #MOST_TELLINGS}.
 */
final class StoryOutlets {

  /** Maximum number of tellings that are counted. */
  private static final int MOST_TELLINGS = 1_000;

  /** The column {@code outlets} of an article {@code a}; 0 without a story. */
  static final String COLUMN = column("a.story_id");

  private StoryOutlets() {}

  /**
   * Column {@code outlets} for a story.
   *
   * @param id SQL that gives the story's id
   */
  static String column(String id) {
    return """
        (SELECT count(DISTINCT telling.source_domain)
         FROM (SELECT told.source_domain FROM article told WHERE told.story_id = %s LIMIT %d) telling
        ) AS outlets\
        """
        .formatted(id, MOST_TELLINGS);
  }

  /** The story with its current count; as stored if its articles were deleted. */
  static @Nullable Story now(@Nullable Story stored, int outlets) {
    return stored == null || outlets == 0
        ? stored
        : new Story(stored.id(), stored.first(), outlets);
  }
}
