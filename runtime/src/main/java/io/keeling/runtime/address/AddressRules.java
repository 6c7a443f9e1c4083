package io.keeling.runtime.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which IP addresses may be contacted. Refuses addresses that are special in the IANA
 * registries (RFC 6890 and its successors), and those of the metadata services of cloud machines,
 * in any notation. For an IPv6 address that contains an IPv4 address, the IPv4 address decides.
 * Thread-safe.
 */
public final class AddressRules {

  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // shared by carriers; Alibaba's metadata
              "127.0.0.0/8", // loopback
              "168.63.129.16/32", // Azure's platform address
              "169.254.0.0/16", // link-local; most clouds' metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments; Oracle's metadata
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "::/128", // unspecified
              "::1/128", // loopback
              "64:ff9b:1::/48", // local NAT64
              "100::/64", // discard
              "100:0:0:1::/64", // dummy prefix
              "2001::/23", // protocol assignments, Teredo among them
              "2001:db8::/32", // documentation
              "3fff::/20", // documentation
              "5f00::/16", // segment routing
              "fc00::/7", // unique local; AWS's metadata
              "fe80::/10", // link-local
              "fec0::/10", // site-local
              "ff00::/8") // multicast
          .map(Network::parse)
          .toList();

  /**
   * An IPv6 block whose addresses contain an IPv4 address, and the index of the IPv4 address's
   * first byte.
   */
  private record Carrier(Network network, int at) {}

  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier(Network.parse("::/96"), 12), // IPv4-compatible
          new Carrier(Network.parse("::ffff:0:0:0/96"), 12), // IPv4-translated (SIIT)
          new Carrier(Network.parse("64:ff9b::/96"), 12), // NAT64
          new Carrier(Network.parse("2002::/16"), 2)); // 6to4

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private final boolean allowSpecial;
  private final List<Network> allowed;

  /**
   * @param allowSpecial whether every address may be contacted
   * @param allowed special networks that may be contacted nevertheless
   */
  public AddressRules(boolean allowSpecial, List<Network> allowed) {
    this.allowSpecial = allowSpecial;
    this.allowed = List.copyOf(allowed);
  }

  public boolean allows(InetAddress address) {
    return allows(address.getAddress());
  }

  boolean allows(byte[] raw) {
    byte[] address = unmapped(raw);
    if (allowSpecial || allowed.stream().anyMatch(n -> n.contains(address))) {
      return true;
    }
    if (SPECIAL.stream().anyMatch(n -> n.contains(address))) {
      return false;
    }
    for (Carrier carrier : CARRIERS) {
      if (carrier.network.contains(address)) {
        return allows(Arrays.copyOfRange(address, carrier.at, carrier.at + 4));
      }
    }
    return true;
  }

  private static byte[] unmapped(byte[] address) {
    boolean mapped =
        address.length == 16 && Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
  }
}
