package io.keeling.desk.saved;

import com.ibm.icu.text.IDNA;
import io.keeling.desk.saved.AlertAddress.Bad;
import io.keeling.desk.saved.AlertAddress.Good;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a web address (RFC 3986) to which messages can be sent. */
final class WebTarget {

  /**
   * Longest host without the trailing dot, and longest label, in characters (RFC 1035, section
   * 2.3.4).
   */
  private static final int LONGEST_HOST = 253;

  private static final int LONGEST_LABEL = 63;
  private static final int HIGHEST_PORT = 65_535;

  /** A host, which is in brackets or has no colon, and the port after the colon. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[^\\[\\]]*\\]|[^:\\[\\]]*)(?::(?<port>.*))?");

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  /** A host that Java reads as an address of IPv4, also in the forms of inet_aton(3). */
  private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

  private static final Pattern QUAD = Pattern.compile("([0-9]{1,3}[.]){3}[0-9]{1,3}");

  private static final IDNA ASCII =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

  private WebTarget() {}

  static AlertAddress read(String text) {
    if (text.length() > AlertAddress.LONGEST) {
      return new Bad("target.long");
    }
    if (!text.matches("(?i)https?:.*")) {
      return new Bad("target.scheme");
    }
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      // Java parses IP addresses in brackets, so if it fails with brackets, the host is wrong.
      return new Bad(text.contains("://[") ? "target.host" : "target.unreadable");
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    String authority = address.getRawAuthority();
    if (authority == null || address.isOpaque()) {
      return new Bad("target.host");
    }
    if (authority.contains("@")) {
      return new Bad("target.user");
    }
    if (address.getRawFragment() != null) {
      return new Bad("target.fragment");
    }
    return read(scheme, authority, address);
  }

  private static AlertAddress read(String scheme, String authority, URI address) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return new Bad("target.host");
    }
    if (!isPort(parts.group("port"))) {
      return new Bad("target.port");
    }
    String host = ascii(parts.group("host"));
    if (host.startsWith("[") && host.contains("%")) {
      return new Bad("target.zone");
    }
    if (DIGITS.matcher(host).matches() && !QUAD.matcher(host).matches()) {
      return new Bad("target.host");
    }
    String port = parts.group("port") == null ? "" : ":" + parts.group("port");
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    try {
      URI asked = new URI(scheme + "://" + host + port + address.getRawPath() + query);
      String target = asked.toASCIIString();
      if (asked.getHost() == null || !fits(host)) {
        return new Bad("target.host");
      }
      return target.length() > AlertAddress.LONGEST ? new Bad("target.long") : new Good(target);
    } catch (URISyntaxException e) {
      return new Bad("target.host");
    }
  }

  private static boolean isPort(@Nullable String port) {
    if (port == null) {
      return true;
    }
    if (!PORT.matcher(port).matches()) {
      return false;
    }
    int number = Integer.parseInt(port);
    return number >= 1 && number <= HIGHEST_PORT;
  }

  /** The host's ASCII form; empty, which makes the address invalid, if there is no such form. */
  private static String ascii(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return host;
    }
    if (host.length() > LONGEST_HOST) { // ICU throws from 1,000 characters on
      return "";
    }
    IDNA.Info info = new IDNA.Info();
    String name = ASCII.nameToASCII(host, new StringBuilder(), info).toString();
    return info.hasErrors() ? "" : name;
  }

  private static boolean fits(String host) {
    if (host.length() > LONGEST_HOST) {
      return false;
    }
    for (String label : host.split("\\.", -1)) {
      if (label.length() > LONGEST_LABEL) {
        return false;
      }
    }
    return true;
  }
}
