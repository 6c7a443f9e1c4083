package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Words that two wordings share, or that one of them has alone.
 *
 * @param kind which of the two has them
 * @param text the words with the space behind them; those that both have as the later one has them
 */
public record Piece(Kind kind, String text) {

  /** Which of two wordings has something. */
  public enum Kind {
    /** Both. */
    @JsonProperty("same")
    SAME,
    /** The earlier alone. */
    @JsonProperty("removed")
    REMOVED,
    /** The later alone. */
    @JsonProperty("added")
    ADDED
  }

  /** Whether both wordings have it. */
  public boolean same() {
    return kind == Kind.SAME;
  }
}
