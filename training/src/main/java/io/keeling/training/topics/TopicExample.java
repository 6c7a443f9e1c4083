package io.keeling.training.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A paragraph to learn topics from.
 *
 * @param words its words as they are written, without punctuation
 * @param lexicon how much a lexicon found for each topic, by its id
 * @param categories the categories it belongs to
 * @param weight how many paragraphs it stands for, more than 0
 */
public record TopicExample(
    List<String> words, Map<String, Double> lexicon, Set<String> categories, double weight) {

  public TopicExample {
    words = List.copyOf(words);
    lexicon = Map.copyOf(lexicon);
    categories = Set.copyOf(categories);
  }
}
