package io.keeling.runtime.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/**
 * Resolves host names for an HTTP client, and refuses names with forbidden addresses. The client
 * connects to exactly the addresses returned, so a name that resolves differently a moment later
 * (DNS rebinding) gains nothing. Threads may share it.
 *
 * <p>Names under {@code localhost} mean this machine (RFC 6761, section 6.3), which the rules
 * refuse unless special addresses are allowed.
 */
public final class GuardedNames {

  private final AddressRules rules;
  private final Map<String, String> fixed;

  /**
   * @param rules which addresses may be contacted
   * @param fixed addresses of host names that are resolved without DNS
   */
  public GuardedNames(AddressRules rules, Map<String, String> fixed) {
    this.rules = rules;
    this.fixed = Map.copyOf(fixed);
  }

  /**
   * Returns the addresses of a host.
   *
   * @throws RefusedAddressException if one of them may not be contacted
   * @throws UnknownHostException if the host has no address
   */
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookUp(host.toLowerCase(Locale.ROOT));
    for (InetAddress address : addresses) {
      // One forbidden address is enough: a public name that also points to an internal address is
      // an attack.
      if (!rules.allows(address)) {
        throw new RefusedAddressException(host);
      }
    }
    return addresses;
  }

  /**
   * Whether a host that is resolved without a name server is refused: an address literal, as in a
   * URL, or a name under {@code localhost}.
   */
  public boolean refusesUnasked(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("[.]$", "");
    try {
      return !rules.allows(
          isLocal(name) ? Network.literal("127.0.0.1") : Network.literal(bare(name)));
    } catch (IllegalArgumentException e) { // a name, which resolve judges
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    String literal = fixed.get(host);
    if (literal != null) {
      return new InetAddress[] {Network.literal(literal)};
    }
    if (isLocal(host)) {
      return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }
    return InetAddress.getAllByName(host);
  }
}
