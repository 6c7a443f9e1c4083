package io.keeling.models.text;

import java.util.List;

/**
 * A sentence, a headline or another separate line, and its place in the article's text. Never
 * crosses a line break.
 *
 * @param start first UTF-16 code unit in the text that was analysed
 * @param end one past the last UTF-16 code unit
 * @param tokens the words of the sentence in order; at least one; they never overlap
 */
public record Sentence(int start, int end, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty() || tokens.get(0).start() < start) {
      throw new IllegalArgumentException("a sentence from " + start + " without its tokens");
    }
    if (tokens.get(tokens.size() - 1).end() > end) {
      throw new IllegalArgumentException("a sentence to " + end + " with a token behind it");
    }
  }

  /** Returns the words in order, in the form that OpenNLP takes. */
  public String[] words() {
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = tokens.get(i).text();
    }
    return words;
  }
}
