package io.keeling.reader;

import io.keeling.contract.article.Article;
import java.util.function.Function;

/** The result of reading a page as an article. */
public sealed interface Reading {

  /** Applies one of two functions, depending on whether the page holds an article. */
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
