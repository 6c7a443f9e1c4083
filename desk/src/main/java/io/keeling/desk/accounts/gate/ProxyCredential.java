package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.store.FederatedAccounts;
import io.keeling.desk.config.AccessConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * A user name that a proxy sends in a header after signing people in. Trusted only from listed
 * addresses. Threads may share it.
 */
public final class ProxyCredential implements Credential {

  /** Longest header that is read, in characters: names and mail addresses are shorter. */
  private static final int LONGEST = 1_000;

  private final InetAddressSet trusted = new InetAddressSet();
  private final String userHeader;
  private final @Nullable String roleHeader;
  private final FederatedAccounts federated;

  public ProxyCredential(AccessConfig.Proxy config, FederatedAccounts federated) {
    trusted.addAll(config.addresses());
    this.userHeader = config.userHeader();
    this.roleHeader = config.roleHeader();
    this.federated = federated;
  }

  @Override
  public Optional<Identity> of(Context context) {
    return name(context)
        .map(
            name ->
                new FederatedAccounts.Person(FederatedAccounts.PROXY, name, name, role(context)))
        .flatMap(federated::of)
        .map(account -> Identity.of(account, Manner.PROXY));
  }

  @Override
  public boolean claims(Context context) {
    return name(context).isPresent();
  }

  private Optional<String> name(Context context) {
    return trusts(context.req().getRemoteAddr()) ? single(context, userHeader) : Optional.empty();
  }

  private boolean trusts(String address) {
    try {
      // The text is an IP address, so no host name is resolved.
      return trusted.test(InetAddress.getByName(address.replaceAll("[\\[\\]]", "")));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * The header's value, ignored if the header is sent twice: the proxy may have let one of them
   * through unchecked.
   */
  private static Optional<String> single(Context context, String header) {
    List<String> values = Collections.list(context.req().getHeaders(header));
    return values.size() == 1
        ? Optional.of(values.get(0).strip()).filter(v -> !v.isEmpty() && v.length() <= LONGEST)
        : Optional.empty();
  }

  /**
   * Returns the highest role in the header: {@link Role#READER} if it names no known role, empty if
   * no header is configured.
   */
  private Optional<Role> role(Context context) {
    if (roleHeader == null) {
      return Optional.empty();
    }
    return Optional.of(
        single(context, roleHeader).stream()
            .flatMap(value -> Arrays.stream(value.split("[,;\\s]+")))
            .flatMap(role -> Role.ofAccount(role).stream())
            .max(Comparator.naturalOrder())
            .orElse(Role.READER));
  }
}
