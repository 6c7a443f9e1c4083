package io.keeling.desk.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the desk. Immutable; threads may share it.
 *
 * @param openReading whether anybody may read without signing in, {@code true} or {@code false}.
 *     While it is not set, anybody may if {@code desk.bindAddress} is a loopback address. Changes
 *     always need an account
 * @param sessionIdle time without a request after which a session ends, 5 min to 90 d. The default
 *     is longer than a weekend
 * @param sessionLength time after which a session ends in any case, 5 min to 365 d. The default is
 *     the limit of NIST SP 800-63B-4 (section 2.1.3) for sign-in by password alone
 * @param newcomers role of a new account whose proxy or provider names none: {@code reader}, {@code
 *     editor} or {@code operator}
 * @param proxy a proxy that signs people in
 * @param oidc a provider of OpenID Connect that signs people in
 */
public record AccessConfig(
    @Nullable Boolean openReading,
    Duration sessionIdle,
    Duration sessionLength,
    String newcomers,
    Proxy proxy,
    OidcConfig oidc) {

  private static final Set<String> ROLES = Set.of("reader", "editor", "operator");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Only numeric addresses: names would be resolved, and whoever answers would be trusted. */
  private static final Pattern NETWORK = Pattern.compile("[0-9A-Fa-f.:]+(/[0-9]{1,3})?");

  public AccessConfig {
    Checks.between("sessionIdle", sessionIdle, Duration.ofMinutes(5), Duration.ofDays(90));
    Checks.between("sessionLength", sessionLength, Duration.ofMinutes(5), Duration.ofDays(365));
    require(
        ROLES.contains(newcomers),
        "newcomers must be reader, editor or operator, not " + newcomers);
  }

  /** The defaults for a desk on one machine. */
  public static AccessConfig defaults() {
    return new AccessConfig(
        null,
        Duration.ofDays(3),
        Duration.ofDays(30),
        "reader",
        new Proxy(List.of(), "X-Forwarded-User", null),
        OidcConfig.defaults());
  }

  public AccessConfig withOpenReading(boolean open) {
    return new AccessConfig(open, sessionIdle, sessionLength, newcomers, proxy, oidc);
  }

  public AccessConfig withProxy(Proxy other) {
    return new AccessConfig(openReading, sessionIdle, sessionLength, newcomers, other, oidc);
  }

  public AccessConfig withOidc(OidcConfig other) {
    return new AccessConfig(openReading, sessionIdle, sessionLength, newcomers, proxy, other);
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }

  /**
   * A proxy that signs people in and names them in a header.
   *
   * @param addresses addresses and networks of proxies that sign people in, such as {@code
   *     10.1.0.0/24}. The two headers are believed from these alone, so such a proxy must remove
   *     them from what browsers send. While it is empty, no proxy is believed
   * @param userHeader header in which the proxy sends the name of the user
   * @param roleHeader header in which the proxy sends the role: {@code reader}, {@code editor} or
   *     {@code operator}. It may list several, comma-separated; the highest counts. While it is not
   *     set, the desk's operators give roles
   */
  public record Proxy(List<String> addresses, String userHeader, @Nullable String roleHeader) {

    public Proxy {
      addresses = List.copyOf(addresses);
      addresses.forEach(Proxy::requireNetwork);
      require(
          HEADER_NAME.matcher(userHeader).matches(),
          "userHeader must be the name of a header, not " + userHeader);
      require(
          roleHeader == null || HEADER_NAME.matcher(roleHeader).matches(),
          "roleHeader must be the name of a header, not " + roleHeader);
    }

    private static void requireNetwork(String address) {
      boolean network = NETWORK.matcher(address).matches();
      try {
        network = network && new InetAddressSet().add(address);
      } catch (IllegalArgumentException e) {
        network = false;
      }
      require(network, "addresses must be addresses or networks, not " + address);
    }
  }
}
