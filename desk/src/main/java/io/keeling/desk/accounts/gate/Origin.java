package io.keeling.desk.accounts.gate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.HostPort;

/**
 * Where a page comes from: what browsers hold apart (RFC 6454, section 4).
 *
 * @param scheme in small letters, {@code http} or {@code https}
 * @param host in small letters
 * @param port the scheme's own where none was written
 */
record Origin(String scheme, String host, int port) {

  /** Nothing may follow: an origin has no path, and no name of a user before the host. */
  private static final Pattern WRITTEN =
      Pattern.compile("(https?)://([^/?#@\\s]{1,300})", Pattern.CASE_INSENSITIVE);

  /** What a header or setting says; nothing where that is no origin, such as {@code null}. */
  static Optional<Origin> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      HostPort place = new HostPort(matcher.group(2));
      return Optional.of(
          new Origin(
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
