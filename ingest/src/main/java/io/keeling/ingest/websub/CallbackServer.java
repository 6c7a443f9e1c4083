package io.keeling.ingest.websub;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.keeling.ingest.config.WebSubConfig;
import io.keeling.ingest.fetch.OneLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls of hubs: confirms wanted subscriptions (WebSub, section 5.3), and accepts
 * refusals (section 5.2) and pings (section 7). A caller without a subscription's token learns and
 * changes nothing. Thread-safe.
 */
final class CallbackServer implements AutoCloseable {

  /** The path before the token in the callback address. */
  static final String PATH = "/websub/";

  private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);

  /** Longest challenge that is answered, in characters. Hubs send random texts of a few dozen. */
  private static final int LONGEST_CHALLENGE = 4096;

  /**
   * Maximum number of simultaneous connections from the internet, at a socket and a few kB each;
   * few hubs call at the same time.
   */
  private static final int MOST_CONNECTIONS = 500;

  /** Maximum number of calls answered at a time; a slow sender occupies only one thread. */
  private static final int THREADS = 32;

  /**
   * Largest body of a hub's call that is read, in bytes: the default limit of a fetched feed. The
   * signature covers the whole body, so a larger one cannot be checked and is dropped.
   */
  static final int LARGEST_DELIVERY = 8 * 1024 * 1024;

  private final WebSubConfig config;
  private final SubscriptionLog subscriptions;
  private final Pings pings;
  private final WebSubMetrics metrics;
  private final InstantSource clock;
  private final Javalin server;

  CallbackServer(
      WebSubConfig config,
      SubscriptionLog subscriptions,
      Pings pings,
      WebSubMetrics metrics,
      InstantSource clock) {
    this.config = config;
    this.subscriptions = subscriptions;
    this.pings = pings;
    this.metrics = metrics;
    this.clock = clock;
    this.server =
        Javalin.create(
            settings -> {
              settings.startup.showJavalinBanner = false;
              settings.jetty.threadPool = new QueuedThreadPool(THREADS);
              settings.jetty.addConnector(this::connector);
              settings.jetty.modifyServer(
                  jetty -> jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty)));
              settings.routes.get(PATH + "{token}", this::verify);
              settings.routes.post(PATH + "{token}", this::deliver);
            });
  }

  private ServerConnector connector(Server jetty, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(config.bindAddress());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    return connector;
  }

  /**
   * @throws IllegalStateException if the port is taken
   */
  void start() {
    try {
      server.start();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "cannot listen for hubs on %s:%d. Is the port taken? Choose another with ingest.websub.port."
              .formatted(config.bindAddress(), config.port()),
          e);
    }
  }

  int port() {
    return server.port();
  }

  private void verify(Context context) {
    context.contentType("text/plain; charset=utf-8").header("X-Content-Type-Options", "nosniff");
    Subscription subscription = subscriptions.called(context.pathParam("token"));
    String topic = context.queryParam("hub.topic");
    String mode = context.queryParam("hub.mode");
    if (subscription == null || !subscription.topic().equals(topic) || mode == null) {
      metrics.called("unknown");
      context.status(404);
      return;
    }
    String challenge = context.queryParam("hub.challenge");
    if (mode.equals("denied")) {
      metrics.called("denied");
      String reason = context.queryParam("hub.reason");
      String why = reason == null ? "no reason given" : OneLine.of(reason);
      LOG.warn(
          "Hub {} refuses the subscription of source {}: {}",
          subscription.hub(),
          subscription.source(),
          why);
      subscriptions.put(subscription.refused(why));
    } else if (mode.equals("subscribe")
        && challenge != null
        && challenge.length() <= LONGEST_CHALLENGE) {
      metrics.called("confirmed");
      subscriptions.put(subscription.confirmed(end(context.queryParam("hub.lease_seconds"))));
      context.result(challenge);
    } else {
      // We never unsubscribe: a subscription that is not renewed expires.
      metrics.called("unknown");
      context.status(404);
    }
  }

  private Instant end(@Nullable String leaseSeconds) {
    Duration lease = Subscription.LEASE;
    long longest = Subscription.LONGEST_LEASE.toSeconds();
    try {
      if (leaseSeconds != null) {
        long seconds = Long.parseLong(leaseSeconds.strip());
        lease = Duration.ofSeconds(Math.max(0, Math.min(longest, seconds)));
      }
    } catch (NumberFormatException e) {
      LOG.debug("A hub gave a lease that is not a number");
    }
    return clock.instant().plus(lease);
  }

  private void deliver(Context context) throws IOException {
    Subscription subscription = subscriptions.called(context.pathParam("token"));
    if (subscription == null) {
      metrics.called("unknown");
      context.status(410); // Section 7: the hub may then end the subscription.
      return;
    }
    byte[] body = context.bodyInputStream().readNBytes(LARGEST_DELIVERY + 1);
    if (body.length > LARGEST_DELIVERY) {
      metrics.called("too-large");
      context.status(413);
      return;
    }
    // A wrong signature gets the same response as a right one (section 7.1), so that nobody can
    // guess it. A hub that has not confirmed the subscription gets the same response too, because
    // another instance may just have received its confirmation.
    context.status(202);
    if (!HubSignature.valid(context.header("X-Hub-Signature"), subscription.secret(), body)) {
      metrics.called("unsigned");
    } else if (subscription.until() == null) {
      metrics.called("unconfirmed");
    } else {
      metrics.called("pinged");
      pings.pinged(subscription);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
