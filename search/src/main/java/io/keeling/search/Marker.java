package io.keeling.search;

import io.keeling.search.text.Excerpt;

/** Marks the matches of a query in texts of one language. Threads may share it. */
public interface Marker {

  /** A whole text on one line with its matches, for titles. */
  Excerpt line(String text);

  /**
   * The best passages of a text, or its beginning where nothing matches.
   *
   * @param most approximate maximum length, in characters
   */
  Excerpt snippet(String text, int most);

  /** The matches in a whole text, at its own offsets. */
  Excerpt whole(String text);
}
