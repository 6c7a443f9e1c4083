package io.keeling.desk.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies clients by their address, or by the address that a proxy reports. Immutable; threads
 * may share it.
 *
 * @param header the proxy's header, such as {@code X-Forwarded-For}; null trusts no header, since
 *     anybody can send one
 */
public record ClientAddress(@Nullable String header) {

  /** Longest address that is used, in characters, since a proxy may pass on anything. */
  private static final int LONGEST = 64;

  /** Bytes of an IPv6 address that identify the network. Clients choose the others (RFC 6177). */
  private static final int NETWORK_BYTES = 8;

  /** The client to count; empty for this machine, which may be a proxy for many clients. */
  public Optional<String> of(Context context) {
    Optional<String> named = header == null ? Optional.empty() : named(context, header);
    return named.or(() -> direct(context.ip()));
  }

  /** The last entry of the header, which the nearest proxy added; earlier entries can be forged. */
  private static Optional<String> named(Context context, String header) {
    List<String> lines = Collections.list(context.req().getHeaders(header));
    return lines.isEmpty()
        ? Optional.empty()
        : Arrays.stream(lines.get(lines.size() - 1).split(","))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .reduce((first, last) -> last)
            .map(ClientAddress::network);
  }

  private static Optional<String> direct(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1")
        ? Optional.empty()
        : Optional.of(network(address));
  }

  private static String network(String address) {
    String bare = withoutPort(address);
    // A text without a colon could be a host name, which would be resolved.
    if (bare.indexOf(':') >= 0 && bare.length() <= LONGEST) {
      try {
        if (InetAddress.getByName(bare) instanceof Inet6Address six) {
          return Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES));
        }
      } catch (UnknownHostException e) {
        return bare;
      }
    }
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }

  /**
   * Removes a port that some proxies append: {@code 192.0.2.1:50000}, {@code [2001:db8::1]:50000}.
   */
  private static String withoutPort(String address) {
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      return end < 0 ? address : address.substring(1, end);
    }
    int colon = address.indexOf(':');
    return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
  }
}
