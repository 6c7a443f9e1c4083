package io.keeling.desk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each client asks in a span of time, which begins with its first request. Threads may
 * share it.
 *
 * <p>It knows a number of clients at a time; of more, those that ask least are forgotten.
 */
public final class Quotas {

  /** How long a quota is for that is not said to be for longer. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final int quota;
  private final Duration window;
  private final Ticker ticker;
  private final Cache<String, Window> windows;

  /**
   * @param quota requests of a client in a minute
   * @param clients how many clients are known at a time
   * @param ticker tells the time
   */
  Quotas(int quota, int clients, Ticker ticker) {
    this(quota, WINDOW, clients, ticker);
  }

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
   * @param asked how often
   */
  private record Window(long ends, int asked) {}

  /**
   * What is left to a client.
   *
   * @param refused whether the request at hand is over the quota
   * @param remaining requests
   * @param seconds until it has all of them again, rounded up
   */
  public record Left(boolean refused, int remaining, long seconds) {}

  /** Counts a request. */
  public Left ask(String client) {
    long now = ticker.read();
    Window window = windows.asMap().compute(client, (key, known) -> next(known, now));
    return new Left(
        window.asked > quota, Math.max(0, quota - window.asked), secondsUntil(window.ends, now));
  }

  /** How many clients are known. */
  long clients() {
    return windows.estimatedSize();
  }

  private Window next(@Nullable Window known, long now) {
    if (known == null || known.ends - now <= 0) {
      return new Window(now + window.toNanos(), 1);
    }
    // What is refused counts no further.
    return new Window(known.ends, Math.min(known.asked, quota) + 1);
  }

  private static long secondsUntil(long ends, long now) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (ends - now + second - 1) / second;
  }
}
