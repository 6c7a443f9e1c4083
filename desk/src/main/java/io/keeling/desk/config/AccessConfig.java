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
 * @param openReading whether anybody may read without signing in; while it is not set, only where
 *     {@code desk.bindAddress} is this machine alone. Changes always ask for an account
 * @param sessionIdle how long a session may be idle before it ends; 5 min to 90 d; the default
 *     lasts over a weekend
 * @param sessionLength how long a session lasts at most; 5 min to 365 d; the default is what NIST
 *     SP 800-63B-4 (section 2.1.3) allows where a password is all that is asked
 * @param newcomers the role of who first comes by way of a proxy or provider that names none:
 *     {@code reader}, {@code editor} or {@code operator}
 * @param proxy a proxy that has people sign in itself
 * @param oidc a provider of OpenID Connect at which people sign in
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
   * A proxy that has people sign in itself, and says in a header who it is.
   *
   * @param addresses the addresses and networks it connects from, such as {@code 10.1.0.7} or
   *     {@code 10.1.0.0/24}, which are believed; while there are none, nobody is. It must take the
   *     headers away from what browsers send
   * @param userHeader the header with the name of who it is
   * @param roleHeader the header with {@code reader}, {@code editor} or {@code operator}, or
   *     several with commas between; while it is not set, operators of the desk give roles
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
