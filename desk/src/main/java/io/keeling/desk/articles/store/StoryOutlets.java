package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.Story;
import org.jspecify.annotations.Nullable;

/**
 * Counts the outlets that tell a story now. An article only knows how many had told it when it
 * arrived, so the first telling says one for ever; here every telling says the same, as soon as the
 * last of them is stored, and one that was rewritten counts no longer.
 *
 * <p>It costs one look into {@code article_story_index} for each article that is shown, and reads
 * as many rows as its story has tellings, {@link #MOST_TELLINGS} at most. Nothing is written.
 */
final class StoryOutlets {

  /** Tellings that are looked at; beyond, a story is told everywhere. */
  private static final int MOST_TELLINGS = 1_000;

  /** Column {@code outlets} of an article {@code a}; 0 for one of no story. */
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

  /** The story as it is now; as it was stored where its articles have gone. */
  static @Nullable Story now(@Nullable Story stored, int outlets) {
    return stored == null || outlets == 0
        ? stored
        : new Story(stored.id(), stored.first(), outlets);
  }
}
