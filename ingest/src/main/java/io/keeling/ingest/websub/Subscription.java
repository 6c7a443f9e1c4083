package io.keeling.ingest.websub;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /** How long we ask for; the hub decides. Chosen: what most hubs give at most. */
  static final Duration LEASE = Duration.ofDays(10);

  /**
   * Longest lease that is believed; a longer one is renewed as if it were so long. Chosen: a hub
   * that lost the subscription is found out within a year.
   */
  static final Duration LONGEST_LEASE = Duration.ofDays(365);

  /** Share of a lease after which it is renewed. Chosen: a third is time for many tries. */
  private static final double RENEW_AFTER = 0.67;

  /**
   * How long until a hub is asked again that did not ask back. Chosen: the feed is polled as ever
   * meanwhile.
   */
  private static final Duration RETRY = Duration.ofHours(1);

  /** How long until a hub is asked again that refused. Chosen: a refusal seldom changes sooner. */
  private static final Duration REFUSED_RETRY = Duration.ofDays(1);

  /** Whether this is what a feed offers now. */
  boolean fits(HubOffer offer, String address) {
    return hub.equals(offer.hub().text()) && topic.equals(offer.topic()) && url.equals(address);
  }

  /** Whether it is time to ask again: after most of a lease, or some time after no answer. */
  boolean due(Instant now) {
    if (refused != null) {
      return !now.isBefore(askedAt.plus(REFUSED_RETRY));
    }
    if (until == null || !now.isBefore(until)) {
      return !now.isBefore(askedAt.plus(RETRY));
    }
    double whole = Duration.between(askedAt, until).toMillis();
    return Duration.between(askedAt, now).toMillis() >= RENEW_AFTER * whole;
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
