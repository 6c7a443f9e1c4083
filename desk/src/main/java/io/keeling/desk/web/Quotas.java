package io.keeling.desk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what each client asks in a span of time, which begins with its first request. Threads may
 * share it.
 *
 * <p>It knows a number of clients at a time; of more, those that ask least are forgotten.
 */
public final class Quotas {

  private final int quota;
  private final Duration window;
  private final Ticker ticker;
  private final Cache<String, Window> windows;

  /**
   * @param quota requests of a client in a span
   * @param window how long that is
   * @param clients how many clients are known at a time
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
            // Within the thread that asks: what is over the size is gone at once.
            .executor(Runnable::run)
            .build();
  }

  /**
   * What a client has asked since a moment.
   *
   * @param ends when it is over, in nanoseconds of the ticker
   * @param asked how often; at most once over the quota
   */
  private record Window(long ends, AtomicInteger asked) {}

  /**
   * What is left to a client.
   *
   * @param refused whether the request at hand is over the quota
   * @param remaining requests
   * @param seconds until it has all of them again, rounded up
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
