package io.keeling.desk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests of each client in a span of time that begins with its first request. Threads
 * may share it.
 *
 * <p>The number of clients is limited; beyond it, the least active are forgotten.
 */
public final class Quotas {

  private final int quota;
  private final Duration window;
  private final Ticker ticker;
  private final Cache<String, Window> windows;

  /**
   * @param quota number of requests that a client has in a span
   * @param window the length of a span
   * @param clients maximum number of clients remembered
   * @param ticker tells the time
   */
  public Quotas(int quota, Duration window, int clients, Ticker ticker) {
    this.quota = quota;
    this.window = window;
    this.ticker = ticker;
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(clients)
            .expireAfterWrite(window)
            .ticker(ticker)
            // Eviction runs on the calling thread, so that clients beyond the limit are forgotten
            // at once.
            .executor(Runnable::run)
            .build();
  }

  /**
   * A client's current span.
   *
   * @param ends when it ends, in nanoseconds of the ticker
   * @param asked number of requests in it; counted up to one over the quota
   */
  private record Window(long ends, AtomicInteger asked) {}

  /**
   * What is left of a client's quota.
   *
   * @param refused whether this request is over the quota
   * @param remaining number of requests left
   * @param seconds seconds until the full quota is available again, rounded up
   */
  public record Left(boolean refused, int remaining, long seconds) {}

  public Left ask(String client) {
    long now = ticker.read();
    Window current =
        windows.get(client, key -> new Window(now + window.toNanos(), new AtomicInteger()));
    int asked = current.asked.updateAndGet(before -> Math.min(before, quota) + 1);
    return new Left(asked > quota, Math.max(0, quota - asked), secondsUntil(current.ends, now));
  }

  long clients() {
    return windows.estimatedSize();
  }

  private static long secondsUntil(long ends, long now) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (ends - now + second - 1) / second;
  }
}
