package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.PageRead;
import org.jspecify.annotations.Nullable;

/** The result of reading a record of {@code keeling.pages}. */
sealed interface ReadAction {

  /** An article was found. */
  record Found(Article article, String trace, @Nullable String traceParent) implements ReadAction {}

  /** A link to another page was found. The record is keyed by that page's host. */
  record Led(LinkFound link) implements ReadAction {}

  /** The outcome of reading a page, for the frontier of its host. */
  record Report(PageRead read) implements ReadAction {}

  /** The record is not a page; this is its dead letter. */
  record NoPage(DeadLetter letter) implements ReadAction {}
}
