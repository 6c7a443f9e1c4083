package io.keeling.enrich.annotator;

import io.keeling.enrich.topics.TopicTagging;
import io.keeling.models.text.Sentence;
import java.util.List;

/**
 * An annotation with everything that led to it, for people who ask why. Immutable and safe to share
 * between threads.
 *
 * @param annotation the tags
 * @param sentences the text's sentences and words; empty where names were not looked for
 * @param names the names with their reasons and places
 * @param tagging what speaks of climate change, and every topic for which something spoke, given or
 *     not, with its terms, passages and weights
 */
public record Explanation(
    Annotation annotation,
    List<Sentence> sentences,
    List<ExplainedName> names,
    TopicTagging tagging) {

  public Explanation {
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
  }
}
