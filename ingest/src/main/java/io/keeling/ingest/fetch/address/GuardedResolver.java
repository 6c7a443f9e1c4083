package io.keeling.ingest.fetch.address;

import io.keeling.ingest.config.Network;
import io.keeling.ingest.config.NetworkConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names for the HTTP client and refuses those that lead to an address we do not go
 * to. The client connects to exactly the addresses returned, so a name that resolves differently a
 * moment later (DNS rebinding) gains nothing. Threads may share it.
 *
 * <p>Names under {@code localhost} lead to this machine (RFC 6761, section 6.3), which the rules
 * then refuse unless special addresses are allowed.
 */
public final class GuardedResolver implements DnsResolver {

  private final AddressRules rules;
  private final Map<String, String> fixed;

  /**
   * @param rules which addresses may be fetched
   * @param fixed address literals of host names that DNS need not be asked for
   */
  public GuardedResolver(AddressRules rules, Map<String, String> fixed) {
    this.rules = rules;
    this.fixed = Map.copyOf(fixed);
  }

  /** The resolver that a configuration asks for. */
  public static GuardedResolver of(NetworkConfig config) {
    AddressRules rules =
        new AddressRules(
            config.allowPrivateAddresses(),
            config.allowedNetworks().stream().map(Network::parse).toList());
    return new GuardedResolver(rules, config.hostAddresses());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookUp(host.toLowerCase(Locale.ROOT));
    for (InetAddress address : addresses) {
      // One bad address spoils the name: a public name that also points inside is an attack.
      if (!rules.allows(address)) {
        throw new RefusedAddressException(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    String literal = fixed.get(host);
    if (literal != null) {
      return new InetAddress[] {Network.literal(literal)};
    }
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }
    return InetAddress.getAllByName(host);
  }
}
