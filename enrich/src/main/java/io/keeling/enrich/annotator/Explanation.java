package io.keeling.enrich.annotator;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.topics.TopicFinding;
import io.keeling.models.text.Sentence;
import java.util.List;

/**
 * An annotation with everything that led to it, for people who ask why. Immutable and safe to share
 * between threads.
 *
 * @param annotation the tags
 * @param sentences the text's sentences and words; empty where names were not looked for
 * @param names the names with their reasons and places
 * @param climate the terms that speak of climate change, with their weights
 * @param topics every topic for which something spoke, given or not, with its terms and weights
 */
public record Explanation(
    Annotation annotation,
    List<Sentence> sentences,
    List<ExplainedName> names,
    List<Hit> climate,
    List<TopicFinding> topics) {

  public Explanation {
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    climate = List.copyOf(climate);
    topics = List.copyOf(topics);
  }
}
