package io.keeling.desk.articles.live;

import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.search.query.Filters;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who waits for new articles. One thread puts articles in, another takes them out.
 *
 * <p>Who takes too slowly loses the subscription, not single articles: the reader connects again
 * and says where it was.
 */
public final class LiveSubscription {

  /** Articles that wait for a slow reader before it is let go. */
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

  /** Whether more may come. */
  public boolean isOpen() {
    return open;
  }

  /** The next article, or nothing if none comes in time. */
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
