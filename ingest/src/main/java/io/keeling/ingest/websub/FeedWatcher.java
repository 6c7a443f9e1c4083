package io.keeling.ingest.websub;

import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import org.jspecify.annotations.Nullable;

/** Is notified of every poll of a feed, on stream threads, so it must neither block nor throw. */
public interface FeedWatcher {

  FeedWatcher NONE = (page, source) -> {};

  /**
   * Called when a poll has ended, with any outcome.
   *
   * @param source the polled source; null if it is no longer watched
   */
  void polled(Page page, @Nullable Source source);
}
