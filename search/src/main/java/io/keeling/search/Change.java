package io.keeling.search;

import io.keeling.contract.enriched.EnrichedArticle;
import java.util.Optional;

/** A change of an article in an index. */
public sealed interface Change {

  String id();

  /** The article's new state; empty if it was removed. */
  Optional<EnrichedArticle> state();

  /**
   * An article has a new state. It is applied if it was fetched later than the state in the index,
   * or at the same time with at least the same revision. The sink has this rule too, so that both
   * hold the same state.
   */
  record Put(EnrichedArticle article) implements Change {
    @Override
    public String id() {
      return article.article().id();
    }

    @Override
    public Optional<EnrichedArticle> state() {
      return Optional.of(article);
    }
  }

  /** An article is removed. */
  record Remove(String id) implements Change {
    @Override
    public Optional<EnrichedArticle> state() {
      return Optional.empty();
    }
  }
}
