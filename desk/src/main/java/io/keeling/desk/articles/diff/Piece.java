package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Words that one or both versions have. Immutable; threads may share it.
 *
 * @param kind which version has the words
 * @param text the words with the space after them; shared words are spaced as in the later version
 */
public record Piece(Kind kind, String text) {

  public enum Kind {
    @JsonProperty("same")
    SAME,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("added")
    ADDED
  }

  public boolean same() {
    return kind == Kind.SAME;
  }
}
