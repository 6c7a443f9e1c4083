package io.keeling.training.corpus;

import java.util.List;

/**
 * A sentence whose names a person marked.
 *
 * @param words in order
 * @param marks in order, none overlap
 */
public record MarkedSentence(List<String> words, List<NameMark> marks) {

  public MarkedSentence {
    words = List.copyOf(words);
    marks = List.copyOf(marks);
  }
}
