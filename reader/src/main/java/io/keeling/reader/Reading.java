package io.keeling.reader;

import io.keeling.contract.article.Article;

/** What became of a page that was read as an article. */
public sealed interface Reading {

  record Readable(Article article) implements Reading {}

  /**
   * The page holds no article.
   *
   * @param reason why, for counting
   * @param message one line for a person, without the page's content
   */
  record Unreadable(UnreadableReason reason, String message) implements Reading {}
}
