package io.keeling.reader;

import io.keeling.contract.article.Article;
import java.util.function.Function;

/** What became of a page that was read as an article. */
public sealed interface Reading {

  /** The result of one of the two functions, by what became of the page. */
  <R> R fold(Function<Article, R> readable, Function<Unreadable, R> unreadable);

  record Readable(Article article) implements Reading {
    @Override
    public <R> R fold(Function<Article, R> readable, Function<Unreadable, R> unreadable) {
      return readable.apply(article);
    }
  }

  /**
   * The page holds no article.
   *
   * @param reason why, for counting
   * @param message one line for a person, without the page's content
   */
  record Unreadable(UnreadableReason reason, String message) implements Reading {
    @Override
    public <R> R fold(Function<Article, R> readable, Function<Unreadable, R> unreadable) {
      return unreadable.apply(this);
    }
  }
}
