package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;

/**
 * How close an article comes to the topics of weather, energy and nature. Immutable.
 *
 * @param odds the highest log odds of one of them
 * @param part the most that the lexicon found for one of them, in multiples of enough
 */
record Nearest(double odds, double part) {

  static Nearest of(
      Taxonomy taxonomy,
      LexiconHits hits,
      CategorizedArticle categories,
      ArticleFeatures features) {
    double odds = Double.NEGATIVE_INFINITY;
    double part = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      if (TopicTagger.ADJACENT_GROUPS.contains(taxonomy.topics().get(i).group())) {
        odds = Math.max(odds, categories.highest(taxonomy.topics().get(i).id()));
        part = Math.max(part, features.part(hits.topics().get(i)));
      }
    }
    return new Nearest(odds, part);
  }
}
