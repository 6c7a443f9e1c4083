package io.keeling.desk.config;

import io.keeling.runtime.address.AddressRules;
import io.keeling.runtime.address.GuardedNames;
import io.keeling.runtime.address.Network;
import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How alerts of saved searches are sent. Immutable; threads may share it.
 *
 * @param allowPrivateAddresses whether webhooks may go to private, loopback and other special
 *     addresses. Off by default, because whoever saves a search could otherwise make the desk call
 *     the machines around it
 * @param allowedNetworks special networks that webhooks may go to all the same, in CIDR form such
 *     as {@code 10.1.0.0/16}
 * @param firstRetry wait before a failed message is sent again, 100 ms to 10 min. Each further wait
 *     is five times as long. The message is given up after eight attempts, with the default after
 *     some 27 hours
 * @param mail how e-mail is sent
 */
public record AlertsConfig(
    boolean allowPrivateAddresses,
    List<String> allowedNetworks,
    Duration firstRetry,
    MailConfig mail) {

  public AlertsConfig {
    allowedNetworks = List.copyOf(allowedNetworks);
    for (String network : allowedNetworks) {
      try {
        Network.parse(network);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("allowedNetworks: " + e.getMessage(), e);
      }
    }
    Checks.between("firstRetry", firstRetry, Duration.ofMillis(100), Duration.ofMinutes(10));
  }

  /** Which hosts a webhook may go to. */
  public GuardedNames names() {
    return new GuardedNames(
        new AddressRules(
            allowPrivateAddresses, allowedNetworks.stream().map(Network::parse).toList()),
        Map.of());
  }

  /** Only addresses on the internet; messages are retried for some 27 hours. */
  public static AlertsConfig defaults() {
    return new AlertsConfig(false, List.of(), Duration.ofSeconds(5), MailConfig.defaults());
  }
}
