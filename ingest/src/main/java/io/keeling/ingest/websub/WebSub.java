package io.keeling.ingest.websub;

import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * WebSub (W3C Recommendation, 23 January 2018): finds the hubs of feeds, subscribes and renews, and
 * fetches a feed at once when its hub calls. Feeds are still polled, because hubs fail silently.
 * Thread-safe.
 */
public final class WebSub implements AutoCloseable {

  private final HttpExchange http;
  private final SubscriptionLog subscriptions;
  private final Subscriber subscriber;
  private final Pings pings;
  private final CallbackServer callbacks;

  /**
   * @param http sends the requests to hubs; closed together with this object
   * @throws KafkaException if the broker does not answer
   * @throws IllegalStateException if the port is taken
   */
  public WebSub(
      KafkaConnection kafka, IngestConfig config, HttpExchange http, MeterRegistry meters) {
    this.http = http;
    InstantSource clock = InstantSource.system();
    WebSubMetrics metrics = new WebSubMetrics(meters);
    this.subscriptions = SubscriptionLog.open(kafka);
    Gauge.builder(
            "keeling.ingest.websub.confirmed", subscriptions, log -> log.confirmed(clock.instant()))
        .description("Subscriptions that hubs have confirmed")
        .register(meters);
    this.pings = new Pings(kafka, config.websub().pause());
    this.subscriber = new Subscriber(config, http, subscriptions, metrics, clock);
    this.callbacks = new CallbackServer(config.websub(), subscriptions, pings, metrics, clock);
    try {
      callbacks.start();
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
    subscriber.start();
  }

  public FeedWatcher watcher() {
    return subscriber;
  }

  /** Returns why WebSub has stopped for good, in one line; null while it works. */
  public @Nullable String fatal() {
    return subscriptions.fatal();
  }

  /** Returns the activity of the thread that reads the subscriptions from their topic. */
  public Activity activity() {
    return subscriptions.activity();
  }

  int port() {
    return callbacks.port();
  }

  @Override
  public void close() {
    subscriber.close();
    callbacks.close();
    pings.close();
    subscriptions.close();
    http.close();
  }
}
