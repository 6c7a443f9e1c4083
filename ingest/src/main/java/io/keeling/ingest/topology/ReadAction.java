package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.ingest.frontier.LinkFound;
import io.keeling.ingest.frontier.PageRead;

/** What came of reading a record of pages. */
sealed interface ReadAction {

  /** An article. */
  record Found(Article article, String trace) implements ReadAction {}

  /** A link to another page; keyed by that page's host. */
  record Led(LinkFound link) implements ReadAction {}

  /** Word for the frontier. */
  record Report(PageRead read) implements ReadAction {}

  /** A record that is no page. */
  record NoPage(DeadLetter letter) implements ReadAction {}
}
