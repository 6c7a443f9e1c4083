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
 * Tells clients apart: by the address they come from, or by what a proxy says of it.
 *
 * @param header what the proxy in front of the desk sets, such as {@code X-Forwarded-For}; without
 *     one, whatever a request says is ignored, since everybody can write it
 */
public record ClientAddress(@Nullable String header) {

  /** Longer ones are cut: a proxy may hand through what it was given. */
  private static final int LONGEST = 64;

  /** Of an address of IPv6, the network: a client has all the rest for itself (RFC 6177). */
  private static final int NETWORK_BYTES = 8;

  /** Who asks; nobody to count where it is this machine itself, which may be a proxy for many. */
  public Optional<String> of(Context context) {
    Optional<String> named = header == null ? Optional.empty() : named(context, header);
    return named.or(() -> direct(context.ip()));
  }

  /** What the nearest proxy added, at the end; what stands before it can be made up. */
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
    // Only what has a colon: anything else might be looked up as a name.
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

  /** Some proxies add the port: {@code 192.0.2.1:50000}, {@code [2001:db8::1]:50000}. */
  private static String withoutPort(String address) {
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      return end < 0 ? address : address.substring(1, end);
    }
    int colon = address.indexOf(':');
    return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
  }
}
