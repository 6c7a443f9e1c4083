package io.keeling.ingest.fetch.http;

import io.keeling.ingest.config.NetworkConfig;
import io.keeling.runtime.address.AddressRules;
import io.keeling.runtime.address.GuardedNames;
import io.keeling.runtime.address.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names for the HTTP client and refuses those with forbidden addresses (see {@link
 * GuardedNames}). Thread-safe.
 */
public final class GuardedResolver implements DnsResolver {

  private final GuardedNames names;

  /**
   * @param rules which addresses may be fetched
   * @param fixed addresses of host names that are not looked up in DNS
   */
  public GuardedResolver(AddressRules rules, Map<String, String> fixed) {
    this.names = new GuardedNames(rules, fixed);
  }

  /** Returns the resolver for a configuration. */
  public static GuardedResolver of(NetworkConfig config) {
    AddressRules rules =
        new AddressRules(
            config.allowPrivateAddresses(),
            config.allowedNetworks().stream().map(Network::parse).toList());
    return new GuardedResolver(rules, config.hostAddresses());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return names.resolve(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
