package io.keeling.ingest.config;

import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import java.time.Duration;

/**
 * WebSub (W3C Recommendation, 2018): hubs named by feeds push news to Keeling, in addition to
 * polling.
 *
 * @param publicUrl address at which hubs on the internet reach {@code port}, such as {@code
 *     https://news.example.org/keeling}. While it is empty, WebSub is off and nothing listens.
 *     Instances behind a load balancer can share one address
 * @param bindAddress address to listen on for hubs; the default is every interface
 * @param port TCP port to listen on for hubs
 * @param idleTimeout silence after which a connection of a hub is closed
 * @param pause least time between two fetches of a feed because of a hub's pings, so that a hub
 *     cannot make us hurry
 */
public record WebSubConfig(
    String publicUrl,
    String bindAddress,
    int port,
    @Fixed Duration idleTimeout,
    @Fixed Duration pause)
    implements IngestConfig.Section {

  public WebSubConfig {
    if (!publicUrl.isEmpty()
        && (CanonicalUrl.of(publicUrl).isEmpty()
            || publicUrl.contains("?")
            || publicUrl.contains("#"))) {
      throw new IllegalArgumentException(
          "publicUrl must be an http(s) address without ? and #, or empty");
    }
    Checks.between("port", port, 0, Checks.HIGHEST_PORT);
  }

  public static WebSubConfig defaults() {
    return new WebSubConfig("", "0.0.0.0", 8084, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }

  /** Whether hubs are to be subscribed to. */
  public boolean enabled() {
    return !publicUrl.isEmpty();
  }
}
