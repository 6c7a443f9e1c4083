package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.removal.Removal;
import java.util.function.Consumer;

/** An event about an article that {@link VersionFilter} reacts to. */
sealed interface ArticleEvent {

  /** Calls the consumer for this kind of event. */
  void handle(Consumer<Article> read, Consumer<Removal> decided);

  /** The article was read from a page. */
  record Read(Article article) implements ArticleEvent {
    @Override
    public void handle(Consumer<Article> read, Consumer<Removal> decided) {
      read.accept(article);
    }
  }

  /** An operator took the article down, or restored it. */
  record Decided(Removal removal) implements ArticleEvent {
    @Override
    public void handle(Consumer<Article> read, Consumer<Removal> decided) {
      decided.accept(removal);
    }
  }
}
