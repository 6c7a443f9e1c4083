package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.function.Predicate;

/**
 * How close an article comes to any of some topics. Those that an editor added do not count: the
 * weights were fitted without them. Immutable.
 *
 * @param odds the highest log odds of one of them
 * @param mean the highest mean log odds of one of them
 * @param part the most that the lexicon found for one of them, in multiples of enough
 */
record Nearest(double odds, double mean, double part) {

  /** Of the topics of weather, energy and nature, which are close to climate change. */
  static Nearest adjacent(
      Taxonomy taxonomy,
      LexiconHits hits,
      CategorizedArticle categories,
      ArticleFeatures features) {
    return of(
        taxonomy,
        topic -> TopicTagger.ADJACENT_GROUPS.contains(topic.group()),
        hits,
        categories,
        features);
  }

  /** Of all topics. */
  static Nearest all(
      Taxonomy taxonomy,
      LexiconHits hits,
      CategorizedArticle categories,
      ArticleFeatures features) {
    return of(taxonomy, topic -> true, hits, categories, features);
  }

  private static Nearest of(
      Taxonomy taxonomy,
      Predicate<TaxonomyTopic> counted,
      LexiconHits hits,
      CategorizedArticle categories,
      ArticleFeatures features) {
    double odds = Double.NEGATIVE_INFINITY;
    double mean = Double.NEGATIVE_INFINITY;
    double part = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      TaxonomyTopic topic = taxonomy.topics().get(i);
      if (counted.test(topic) && categories.knows(topic.id())) {
        odds = Math.max(odds, categories.highest(topic.id()));
        mean = Math.max(mean, features.mean(topic.id()));
        part = Math.max(part, features.part(hits.topics().get(i)));
      }
    }
    return new Nearest(odds, mean, part);
  }
}
