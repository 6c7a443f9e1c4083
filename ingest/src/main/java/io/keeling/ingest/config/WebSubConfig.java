package io.keeling.ingest.config;

import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.Objects;

/**
 * Being told of news by the hubs that feeds name (W3C Recommendation WebSub, 2018), besides asking
 * for it.
 *
 * @param publicUrl address at which hubs on the internet reach {@code port}, such as {@code
 *     https://news.example.org/keeling}; while it is empty there is no WebSub and nothing listens.
 *     All instances may share one address behind a balancer
 * @param bindAddress address of this machine to listen on for hubs
 * @param port port to listen on for hubs
 * @param connections most connections to {@code port} at once, from all the internet
 * @param idleTimeout silence after which such a connection is closed
 * @param threads most calls of hubs answered at once; one that sends slowly holds one of these and
 *     nothing else
 * @param largestDelivery largest call of a hub that is read, in bytes; its signature covers all of
 *     it, so a larger one cannot be checked and is dropped. The default is what a fetched feed may
 *     have
 * @param pause least time between two fetches of a feed because of a hub's pings, so that a hub
 *     cannot make us hurry
 * @param subscriptions when hubs are asked for subscriptions
 */
public record WebSubConfig(
    String publicUrl,
    String bindAddress,
    int port,
    int connections,
    Duration idleTimeout,
    int threads,
    int largestDelivery,
    Duration pause,
    SubscriptionsConfig subscriptions)
    implements IngestConfig.Section {

  /** A port is a number of 16 bits (RFC 9293, section 3.1). */
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
    Checks.between("connections", connections, 1, 100_000);
    Checks.between("idleTimeout", idleTimeout, Duration.ofMillis(100), Duration.ofMinutes(10));
    Checks.between("threads", threads, 8, 1_000);
    Checks.between("largestDelivery", largestDelivery, 1024, 64 * 1024 * 1024);
    Checks.between("pause", pause, Duration.ZERO, Duration.ofHours(1));
    Objects.requireNonNull(subscriptions, "subscriptions");
  }

  public static WebSubConfig defaults() {
    return new WebSubConfig(
        "",
        "0.0.0.0",
        8084,
        500,
        Duration.ofSeconds(30),
        32,
        8 * 1024 * 1024,
        Duration.ofSeconds(10),
        SubscriptionsConfig.defaults());
  }

  /** Whether hubs are to be subscribed to. */
  public boolean enabled() {
    return !publicUrl.isEmpty();
  }
}
