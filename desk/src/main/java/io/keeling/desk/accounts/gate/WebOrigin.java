package io.keeling.desk.accounts.gate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.HostPort;

/**
 * A web origin (RFC 6454, section 4). Immutable; threads may share it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port the scheme's default if none was written
 */
record WebOrigin(String scheme, String host, int port) {

  /** An origin has no path and no user name, and nothing may follow the port. */
  private static final Pattern WRITTEN =
      Pattern.compile("(https?)://([^/?#@\\s]{1,300})", Pattern.CASE_INSENSITIVE);

  /** Parses a header or setting; empty if it is no origin, such as {@code null}. */
  static Optional<WebOrigin> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      HostPort place = new HostPort(matcher.group(2));
      return Optional.of(
          new WebOrigin(
              scheme,
              place.getHost().toLowerCase(Locale.ROOT),
              place.getPort(scheme.equals("https") ? 443 : 80)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean encrypted() {
    return scheme.equals("https");
  }
}
