package io.keeling.runtime.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of IP addresses in CIDR form (RFC 4632, RFC 4291). Immutable. */
public final class Network {

  private final byte[] base;
  private final int prefix;

  private Network(byte[] base, int prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  /**
   * Parses a block such as {@code 10.0.0.0/8} or {@code fc00::/7}.
   *
   * @throws IllegalArgumentException if it is not an address literal with a prefix length
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("\"" + text + "\" must be like 10.0.0.0/8");
    }
    byte[] base = literal(text.substring(0, slash)).getAddress();
    int prefix;
    try {
      prefix = Integer.parseInt(text.substring(slash + 1));
    } catch (NumberFormatException e) {
      prefix = -1;
    }
    if (prefix < 0 || prefix > base.length * 8) {
      throw new IllegalArgumentException(
          "\"" + text + "\": the prefix must be 0 to " + base.length * 8);
    }
    return new Network(base, prefix);
  }

  /**
   * Parses an address literal without DNS.
   *
   * @throws IllegalArgumentException if it is not an address literal
   */
  public static InetAddress literal(String text) {
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|^[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("\"" + text + "\" is not an IP address");
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not an IP address", e);
    }
  }

  /** Whether the block contains an address of 4 or 16 bytes. */
  public boolean contains(byte[] address) {
    if (address.length != base.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(address, 0, whole, base, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    return rest == 0 || ((address[whole] ^ base[whole]) & 0xFF) >> (8 - rest) == 0;
  }
}
