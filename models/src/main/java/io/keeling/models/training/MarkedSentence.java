package io.keeling.models.training;

import java.util.List;

/**
 * A sentence whose names a person marked.
 *
 * @param words in order
 * @param marks in order, none overlap
 */
record MarkedSentence(List<String> words, List<Mark> marks) {

  MarkedSentence {
    words = List.copyOf(words);
    marks = List.copyOf(marks);
  }
}
