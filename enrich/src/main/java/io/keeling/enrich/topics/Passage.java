package io.keeling.enrich.topics;

import io.keeling.enrich.words.Word;
import java.util.List;

/**
 * A part of an article's text that is read as one paragraph.
 *
 * @param start offset of its first word in the text, in UTF-16 code units
 * @param end offset after its last word
 * @param words its words
 */
public record Passage(int start, int end, List<Word> words) {

  public Passage(List<Word> words) {
    this(words.get(0).start(), words.get(words.size() - 1).end(), words);
  }
}
