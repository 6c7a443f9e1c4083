package io.keeling.enrich.annotator;

import io.keeling.enrich.places.CountrySource;
import io.keeling.enrich.topics.TopicTagging;
import io.keeling.models.text.Sentence;
import java.util.List;
import java.util.Map;

/**
 * An annotation with everything that led to it, for people who ask why.
 *
 * @param annotation the tags
 * @param sentences the text's sentences and words; empty for a language without a name model or
 *     lexicon
 * @param names the names with their reasons and places
 * @param countries for each country, by its code, the names that gave it weight
 * @param tagging the evidence of climate change and of every topic, including withheld topics:
 *     terms, passages, weights, and the rules that withheld a topic
 */
public record TagExplanation(
    Annotation annotation,
    List<Sentence> sentences,
    List<ExplainedName> names,
    Map<String, List<CountrySource>> countries,
    TopicTagging tagging) {

  public TagExplanation {
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    countries = Map.copyOf(countries);
  }
}
