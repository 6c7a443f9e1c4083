package io.keeling.desk.articles.live;

import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.search.query.Filters;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A subscription to new articles. One thread adds articles, another takes them.
 *
 * <p>If the reader is too slow, the stream ends, so that no article is silently lost; the reader
 * reconnects with the last event's id.
 */
public final class LiveSubscription {

  /** Maximum number of articles waiting for a slow reader before its stream is ended. */
  private static final int MOST_WAITING = 512;

  private final Filters filters;
  private final BlockingQueue<ListedArticle> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean open = true;

  LiveSubscription(Filters filters) {
    this.filters = filters;
  }

  Filters filters() {
    return filters;
  }

  /** Whether more articles may come. */
  public boolean isOpen() {
    return open;
  }

  /** The next article; empty if none comes in time. */
  public Optional<ListedArticle> next(Duration limit) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  void offer(ListedArticle article) {
    if (!waiting.offer(article)) {
      open = false;
    }
  }

  void close() {
    open = false;
  }
}
