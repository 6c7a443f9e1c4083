package io.keeling.models.text;

import java.util.Objects;

/**
 * A word, number or punctuation mark, and its place in the article's text.
 *
 * @param start first UTF-16 code unit in the text that was analysed
 * @param end one past the last UTF-16 code unit
 * @param text exactly the characters from start to end
 */
public record Token(int start, int end, String text) {

  /** Rejects a token whose text cannot lie between its offsets. */
  public Token {
    Objects.requireNonNull(text, "text");
    if (start < 0 || end - start != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException("a token from " + start + " to " + end + " of other size");
    }
  }
}
