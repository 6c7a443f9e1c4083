package io.keeling.ingest.websub;

import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import org.jspecify.annotations.Nullable;

/** Hears of every poll of a feed. Called by stream threads, so it must not wait or throw. */
public interface FeedWatcher {

  /** Listens to nothing. */
  FeedWatcher NONE = (page, source) -> {};

  /**
   * A poll ended, however it ended.
   *
   * @param source the source it was for; null if that is not watched any more
   */
  void polled(Page page, @Nullable Source source);
}
