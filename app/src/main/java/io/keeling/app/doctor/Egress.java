package io.keeling.app.doctor;

import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.fetch.http.GuardedResolver;
import io.keeling.runtime.address.RefusedAddressException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks whether hosts can be reached from here under the fetcher's rules, by resolving their names
 * and connecting, without a request. Immutable; threads may share it.
 */
final class Egress {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Time limit for a connection. One slow host does not show that the network is at fault. */
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final GuardedResolver resolver;

  Egress(NetworkConfig config) {
    this.resolver = GuardedResolver.of(config);
  }

  /** Tries one address of each host. If one accepts a connection, the network is fine. */
  List<Finding> of(List<String> urls, int most) {
    Map<String, String> problems = new LinkedHashMap<>();
    List<String> reached = new ArrayList<>();
    for (Map.Entry<String, URI> host : hosts(urls, most).entrySet()) {
      try {
        connect(host.getKey(), port(host.getValue()));
        reached.add(host.getKey());
      } catch (RefusedAddressException e) {
        problems.put(
            host.getKey(),
            "leads to a private address, which is refused; ingest.network says what is allowed");
      } catch (UnknownHostException e) {
        problems.put(host.getKey(), "has no address here: look at this machine's DNS");
      } catch (IOException e) {
        problems.put(
            host.getKey(), "cannot be connected to: look at firewalls and network policies");
      }
    }
    String told =
        problems.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("; "));
    if (reached.isEmpty()) {
      return problems.isEmpty()
          ? List.of(Finding.ok("egress", "no source to try it with"))
          : List.of(Finding.fail("egress", "no host can be reached: " + told));
    }
    return List.of(
        problems.isEmpty()
            ? Finding.ok("egress", "reached " + String.join(", ", reached))
            : Finding.warn("egress", "reached " + String.join(", ", reached) + "; " + told));
  }

  private static Map<String, URI> hosts(List<String> urls, int most) {
    Map<String, URI> hosts = new LinkedHashMap<>();
    for (String url : urls) {
      try {
        URI address = URI.create(url);
        if (address.getHost() != null && hosts.size() < most) {
          hosts.putIfAbsent(address.getHost(), address);
        }
      } catch (IllegalArgumentException e) {
        // "keeling sources check" reports invalid addresses.
      }
    }
    return hosts;
  }

  private static int port(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return "http".equalsIgnoreCase(address.getScheme()) ? HTTP : HTTPS;
  }

  private void connect(String host, int port) throws IOException {
    IOException failure = new UnknownHostException(host);
    for (InetAddress address : resolver.resolve(host)) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
        return;
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }
}
