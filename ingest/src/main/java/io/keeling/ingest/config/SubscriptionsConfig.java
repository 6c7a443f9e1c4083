package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * When hubs are asked for subscriptions.
 *
 * @param lease how long a subscription is asked to last; the hub decides. The default is what most
 *     hubs give at most
 * @param longestLease longest lease believed; a longer one is renewed as if it were so long, so
 *     that a hub that lost it is found out
 * @param renewAfter share of a lease after which it is renewed; the default leaves time for many
 *     tries
 * @param retry how long to wait before asking a hub again that did not ask back, while feeds are
 *     polled as ever
 * @param refusedRetry how long to wait before asking a hub again that refused the subscription
 */
public record SubscriptionsConfig(
    Duration lease,
    Duration longestLease,
    double renewAfter,
    Duration retry,
    Duration refusedRetry) {

  public SubscriptionsConfig {
    Duration minute = Duration.ofMinutes(1);
    Checks.between("lease", lease, minute, Duration.ofDays(365));
    Checks.between("longestLease", longestLease, lease, Duration.ofDays(3650));
    Checks.between("renewAfter", renewAfter, 0.1, 0.95);
    Checks.between("retry", retry, minute, Duration.ofDays(30));
    Checks.between("refusedRetry", refusedRetry, minute, Duration.ofDays(30));
  }

  public static SubscriptionsConfig defaults() {
    return new SubscriptionsConfig(
        Duration.ofDays(10), Duration.ofDays(365), 0.67, Duration.ofHours(1), Duration.ofDays(1));
  }
}
