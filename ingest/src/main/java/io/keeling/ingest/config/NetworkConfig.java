package io.keeling.ingest.config;

import io.keeling.runtime.address.Network;
import java.util.List;
import java.util.Map;

/**
 * Which addresses may be fetched.
 *
 * @param allowPrivateAddresses whether private, loopback and other special addresses may be
 *     fetched; then names under {@code localhost} lead to this machine. Not by default, because a
 *     page could otherwise make us ask the machines around us
 * @param allowedNetworks networks that may be fetched although they are special, in CIDR form such
 *     as {@code 10.1.0.0/16}
 * @param hostAddresses addresses of host names that DNS does not know, such as {@code "wire.test":
 *     "10.1.0.7"}. The addresses must be allowed too
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
   * Settings for a press on this machine: loopback may be fetched, and nothing else that is
   * special.
   */
  public static NetworkConfig local() {
    return new NetworkConfig(false, List.of("127.0.0.0/8", "::1/128"), Map.of());
  }
}
