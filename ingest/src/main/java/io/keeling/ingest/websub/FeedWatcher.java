package io.keeling.ingest.websub;

import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import org.jspecify.annotations.Nullable;

/** Hears of every poll of a feed, on stream threads, so it must neither wait nor throw. */
public interface FeedWatcher {

  FeedWatcher NONE = (page, source) -> {};

  /**
   * A poll ended, with any outcome.
   *
   * @param source the polled source; null if it is no longer watched
   */
  void polled(Page page, @Nullable Source source);
}
