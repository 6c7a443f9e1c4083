package io.keeling.desk.config;

import io.keeling.runtime.address.Network;
import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;

/**
 * How followers of saved searches are told. Immutable; threads may share it.
 *
 * @param allowPrivateAddresses whether a webhook may go to private, loopback and other special
 *     addresses. Not by default, because whoever saves a search could otherwise make the desk ask
 *     the machines around it
 * @param allowedNetworks networks that a webhook may go to although they are special, in CIDR form
 *     such as {@code 10.1.0.0/16}
 * @param firstRetry pause before a message that was not taken is sent again; each further one is
 *     five times as long, and after eight attempts it is given up; 100 ms to 10 min
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

  /** Only addresses on the internet; messages are retried for some 27 hours. */
  public static AlertsConfig defaults() {
    return new AlertsConfig(false, List.of(), Duration.ofSeconds(5), MailConfig.defaults());
  }
}
