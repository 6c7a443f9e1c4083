package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.removal.Removal;

/** What {@link VersionFilter} hears about an article. */
sealed interface ArticleEvent {

  /** It was read from a page. */
  record Read(Article article) implements ArticleEvent {}

  /** Somebody decided whether it may be here. */
  record Decided(Removal removal) implements ArticleEvent {}
}
