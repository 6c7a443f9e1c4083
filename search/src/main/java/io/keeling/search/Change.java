package io.keeling.search;

import io.keeling.contract.enriched.EnrichedArticle;
import java.util.Optional;

/** What happens to an article in an index. */
public sealed interface Change {

  String id();

  /** The article's new state; none where it is gone. */
  Optional<EnrichedArticle> state();

  /**
   * An article has a new state. It counts if it was fetched later than what the index holds, or at
   * the same time and has no lower revision: as for the sink, so that both hold the same.
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

  /** An article is gone. */
  record Remove(String id) implements Change {
    @Override
    public Optional<EnrichedArticle> state() {
      return Optional.empty();
    }
  }
}
