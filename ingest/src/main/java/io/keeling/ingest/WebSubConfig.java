package io.keeling.ingest;

import io.keeling.ingest.url.CanonicalUrl;
import java.time.Duration;
import java.util.Objects;

/**
 * Being told of news by the hubs that feeds name (W3C Recommendation WebSub, 2018), besides asking
 * for it. Immutable and safe to share between threads.
 *
 * @param publicUrl address at which hubs on the internet reach {@code port}, such as {@code
 *     https://news.example.org/keeling}; while it is empty there is no WebSub and nothing listens.
 *     All instances may share one address behind a balancer
 * @param bindAddress address of this machine to listen on for hubs
 * @param port port to listen on for hubs
 * @param lease how long a subscription is asked to last; the hub decides. The default is what most
 *     hubs give at most; renewed after two thirds of what was given
 * @param pause least time between two fetches of a feed because of a hub's pings, so that a hub
 *     cannot make us hurry
 * @param retry how long to wait before asking a hub again that did not ask back, while feeds are
 *     polled as ever
 * @param refusedRetry how long to wait before asking a hub again that refused the subscription
 * @param largestDelivery largest call of a hub that is read, in bytes; its signature covers all of
 *     it, so a larger one cannot be checked and is dropped. The default is what a fetched feed may
 *     have
 * @param connections most connections to {@code port} at once, from all the internet; silent ones
 *     are closed after half a minute
 */
public record WebSubConfig(
    String publicUrl,
    String bindAddress,
    int port,
    Duration lease,
    Duration pause,
    Duration retry,
    Duration refusedRetry,
    int largestDelivery,
    int connections) {

  private static final int HIGHEST_PORT = 65_535;

  public WebSubConfig {
    Objects.requireNonNull(publicUrl, "publicUrl");
    Objects.requireNonNull(bindAddress, "bindAddress");
    if (!publicUrl.isEmpty()
        && (CanonicalUrl.of(publicUrl).isEmpty()
            || publicUrl.contains("?")
            || publicUrl.contains("#"))) {
      throw new IllegalArgumentException(
          "publicUrl must be an http(s) address without ? and #, or empty");
    }
    Checks.between("port", port, 0, HIGHEST_PORT);
    Checks.between("lease", lease, Duration.ofMinutes(1), Duration.ofDays(365));
    Checks.between("pause", pause, Duration.ZERO, Duration.ofHours(1));
    Checks.between("retry", retry, Duration.ofMinutes(1), Duration.ofDays(30));
    Checks.between("refusedRetry", refusedRetry, Duration.ofMinutes(1), Duration.ofDays(30));
    Checks.between("largestDelivery", largestDelivery, 1024, 64 * 1024 * 1024);
    Checks.between("connections", connections, 1, 100_000);
  }

  public static WebSubConfig defaults() {
    return new WebSubConfig(
        "",
        "0.0.0.0",
        8084,
        Duration.ofDays(10),
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        Duration.ofDays(1),
        8 * 1024 * 1024,
        500);
  }

  /** Whether hubs are to be subscribed to. */
  public boolean enabled() {
    return !publicUrl.isEmpty();
  }
}
