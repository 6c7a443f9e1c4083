package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.PageRead;

/** What came of reading a record of pages. */
sealed interface ReadAction {

  /** An article. */
  record Found(Article article, String trace) implements ReadAction {}

  /** A link to another page; keyed by that page's host. */
  record Led(LinkFound link) implements ReadAction {}

  /** What came of reading a page; for the frontier of its host. */
  record Report(PageRead read) implements ReadAction {}

  /** A record that is no page. */
  record NoPage(DeadLetter letter) implements ReadAction {}
}
