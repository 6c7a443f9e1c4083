package io.keeling.ingest.websub;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a hub, and the hub's answer.
 *
 * @param source id of the source
 * @param url address of the source, fetched when the hub pings
 * @param topic the feed's address as the hub knows it
 * @param token identifies the subscription in the callback address; nobody can guess it
 * @param secret the key of the hub's signatures
 * @param askedAt when we last requested the subscription
 * @param until when the subscription expires; null before the hub has confirmed it
 * @param refused why the hub refuses the subscription, null if it does not refuse it
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

  /** The lease we request, the longest that most hubs grant; the hub decides. */
  static final Duration LEASE = Duration.ofDays(10);

  /**
   * Longest lease accepted, so that a hub that has lost the subscription is noticed within a year.
   */
  static final Duration LONGEST_LEASE = Duration.ofDays(365);

  /** Share of a lease after which it is renewed; the rest is time for many retries. */
  private static final double RENEW_AFTER = 0.67;

  /**
   * Time until we ask again a hub that did not verify the subscription; the feed is still polled.
   */
  private static final Duration RETRY = Duration.ofHours(1);

  /**
   * Time until we ask again a hub that refused the subscription. Hubs seldom change their mind
   * sooner.
   */
  private static final Duration REFUSED_RETRY = Duration.ofDays(1);

  boolean fits(HubOffer offer, String address) {
    return hub.equals(offer.hub().text()) && topic.equals(offer.topic()) && url.equals(address);
  }

  /** Whether to ask again: after most of a lease, or some time without a confirmation. */
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

  /** Omits the token and the secret. */
  @Override
  public String toString() {
    return "Subscription[" + source + " at " + hub + " until " + until + "]";
  }
}
