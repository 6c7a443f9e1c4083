package io.keeling.ingest.config;

import io.keeling.runtime.address.Network;
import java.util.List;
import java.util.Map;

/**
 * Which addresses may be fetched.
 *
 * @param allowPrivateAddresses whether pages may be fetched from private, loopback and other
 *     special addresses. Off by default, because a page could otherwise make Keeling call the
 *     machines around it. When on, names under {@code localhost} lead to this machine
 * @param allowedNetworks special networks to fetch from all the same, in CIDR form such as {@code
 *     10.1.0.0/16}. For a site on your own network this is safer than {@code allowPrivateAddresses}
 * @param hostAddresses addresses of hosts that DNS does not know, such as {@code "wire.test":
 *     "10.1.0.7"}. A special address must be allowed as well, by one of the settings above
 */
public record NetworkConfig(
    boolean allowPrivateAddresses, List<String> allowedNetworks, Map<String, String> hostAddresses)
    implements IngestConfig.Section {

  public NetworkConfig {
    allowedNetworks = List.copyOf(allowedNetworks);
    hostAddresses = Map.copyOf(hostAddresses);
    for (String network : allowedNetworks) {
      try {
        Network.parse(network);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("allowedNetworks: " + e.getMessage(), e);
      }
    }
    hostAddresses.forEach(
        (host, address) -> {
          try {
            Network.literal(address);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hostAddresses." + host + ": " + e.getMessage(), e);
          }
        });
  }

  public static NetworkConfig defaults() {
    return new NetworkConfig(false, List.of(), Map.of());
  }

  /**
   * Settings for a site on this machine: of all special addresses, only loopback may be fetched.
   */
  public static NetworkConfig local() {
    return new NetworkConfig(false, List.of("127.0.0.0/8", "::1/128"), Map.of());
  }
}
