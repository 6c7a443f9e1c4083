package io.keeling.ingest.websub;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.ingest.config.SubscriptionsConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we asked a hub for and what it said.
 *
 * @param source id of the source
 * @param url address of the source, fetched when the hub pings
 * @param hub where we subscribed
 * @param topic the feed's address as the hub knows it
 * @param token names the subscription in the address the hub calls; nobody else can guess it
 * @param secret the key of the hub's signatures
 * @param askedAt when we asked last
 * @param until when it runs out; null before the hub has confirmed it
 * @param refused why the hub refuses it, null if it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Subscription(
    String source,
    String url,
    String hub,
    String topic,
    String token,
    String secret,
    Instant askedAt,
    @Nullable Instant until,
    @Nullable String refused) {

  /** Whether this is what a feed offers now. */
  boolean fits(HubOffer offer, String address) {
    return hub.equals(offer.hub().text()) && topic.equals(offer.topic()) && url.equals(address);
  }

  /** Whether it is time to ask again: after most of a lease, or some time after no answer. */
  boolean due(Instant now, SubscriptionsConfig config) {
    if (refused != null) {
      return !now.isBefore(askedAt.plus(config.refusedRetry()));
    }
    if (until == null || !now.isBefore(until)) {
      return !now.isBefore(askedAt.plus(config.retry()));
    }
    double whole = Duration.between(askedAt, until).toMillis();
    return Duration.between(askedAt, now).toMillis() >= config.renewAfter() * whole;
  }

  Subscription askedAgain(Instant now) {
    return new Subscription(source, url, hub, topic, token, secret, now, until, null);
  }

  Subscription confirmed(Instant end) {
    return new Subscription(source, url, hub, topic, token, secret, askedAt, end, null);
  }

  Subscription refused(String why) {
    return new Subscription(source, url, hub, topic, token, secret, askedAt, null, why);
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Subscription[" + source + " at " + hub + " until " + until + "]";
  }
}
