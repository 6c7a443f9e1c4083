package io.keeling.desk.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits the requests of each client per minute, and tells clients how many are left (RateLimit
 * header fields for HTTP, draft-ietf-httpapi-ratelimit-headers-10 of the IETF). Threads may share
 * it.
 */
public final class RateLimiter implements Handler {

  /** Maximum number of clients counted, about 2 MB: one address for each reader. */
  private static final int MOST_CLIENTS = 10_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String POLICY = "\"client\"";
  private static final int TOO_MANY_REQUESTS = 429;

  private final int quota;
  private final Quotas quotas;
  private final ClientAddress clients;
  private final Answers answers;

  /**
   * @param quota number of requests of a client per minute
   * @param clients identifies clients
   */
  public RateLimiter(int quota, ClientAddress clients, Answers answers) {
    this.quota = quota;
    this.quotas = new Quotas(quota, WINDOW, MOST_CLIENTS, Ticker.systemTicker());
    this.clients = clients;
    this.answers = answers;
  }

  @Override
  public void handle(Context context) {
    Optional<String> client = isExempt(context.path()) ? Optional.empty() : clients.of(context);
    if (client.isEmpty()) {
      return;
    }
    Quotas.Left left = quotas.ask(client.get());
    context.header("RateLimit-Policy", POLICY + ";q=" + quota + ";w=" + WINDOW.toSeconds());
    context.header("RateLimit", POLICY + ";r=" + left.remaining() + ";t=" + left.seconds());
    if (left.refused()) {
      context.header("Retry-After", Long.toString(left.seconds()));
      answers.fail(context, Failure.of(TOO_MANY_REQUESTS, "too-many"));
      context.skipRemainingHandlers();
    }
  }

  /** Whether a path is not counted: health probes, metrics, and files that browsers cache. */
  private static boolean isExempt(String path) {
    return path.equals("/healthz")
        || path.equals("/readyz")
        || path.equals("/metrics")
        || path.startsWith("/assets/");
  }
}
