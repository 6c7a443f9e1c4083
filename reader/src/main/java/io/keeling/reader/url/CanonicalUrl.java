package io.keeling.reader.url;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address in the one form that Keeling uses (RFC 3986, section 6.2). Scheme and
 * host are in lower case; the host is in its ASCII form (UTS 46), or an IP address in its usual
 * form. There is no user name, default port, fragment, tracking parameter or dot segment.
 * Percent-encoding is in upper case, and only where it is needed. The order of parameters, trailing
 * slashes and everything else that a server may distinguish is kept, so the address can still be
 * fetched.
 *
 * @param text the whole address
 * @param host its host, without the port: the key of pages
 */
public record CanonicalUrl(String text, String host) {

  /**
   * Longest address accepted, in characters: longer ones are traps or data, never articles. Not a
   * setting: all instances and all records ever written must agree on what an address is.
   */
  public static final int LONGEST = 4096;

  /**
   * Longest address read, with the blanks and line breaks that pages put into addresses. If a link
   * is left open in HTML, thousands of elements may have its address, and each of them is read.
   */
  private static final int LONGEST_WRITTEN = 2 * LONGEST;

  /** The parts of an address (RFC 3986, appendix B). */
  private static final Pattern PARTS =
      Pattern.compile("^([^:/?#]+):(?://)([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final Pattern AUTHORITY =
      Pattern.compile("^(?:.*@)?(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::([0-9]{0,5}))?");

  /** Backslashes before the query or fragment. */
  private static final Pattern BACKSLASHES = Pattern.compile("\\G([^\\\\?#]*)\\\\");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}]+");

  public CanonicalUrl {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(host, "host");
  }

  /** Reads an absolute http or https address; empty if it is none. */
  public static Optional<CanonicalUrl> of(String address) {
    if (address.length() > LONGEST_WRITTEN) {
      return Optional.empty();
    }
    String clean = CONTROLS.matcher(address).replaceAll("").strip();
    clean = BACKSLASHES.matcher(clean).replaceAll("$1/"); // as browsers read them
    Matcher parts = PARTS.matcher(clean.length() > LONGEST ? "" : clean);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!(scheme.equals("http") || scheme.equals("https")) || !authority.matches()) {
      return Optional.empty();
    }
    Optional<String> host = HostNames.canonical(authority.group(1));
    Optional<String> port = port(scheme, authority.group(2));
    if (host.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    String path = Paths.normal(parts.group(3));
    String query = TrackingParameters.remove(PercentEncoding.normal(query(parts.group(4))));
    String text =
        scheme + "://" + host.get() + port.get() + path + (query.isEmpty() ? "" : "?" + query);
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new CanonicalUrl(text, host.get()));
  }

  @SuppressWarnings("deprecation") // java.net.URI refuses what browsers accept
  public Optional<CanonicalUrl> resolve(String reference) {
    if (reference.length() > LONGEST_WRITTEN) {
      return Optional.empty();
    }
    String clean = CONTROLS.matcher(reference).replaceAll("").strip();
    if (clean.startsWith("?")) {
      // java.net.URL would drop the last part of the path (RFC 3986, section 5.4, keeps it).
      int query = text.indexOf('?');
      return of((query < 0 ? text : text.substring(0, query)) + clean);
    }
    try {
      return of(new URL(new URL(text), clean).toString());
    } catch (MalformedURLException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the fragment of an address names the page ("hashbang"). No server sees fragments, so
   * such addresses do not tell pages apart.
   */
  public static boolean namesByFragment(String address) {
    return address.contains("#!");
  }

  /** Returns the address without its scheme, which two addresses of one page have in common. */
  public String identity() {
    return text.substring(text.indexOf("//") + 2);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String query(@Nullable String raw) {
    return raw == null ? "" : raw;
  }

  private static Optional<String> port(String scheme, String raw) {
    if (raw == null || raw.isEmpty()) {
      return Optional.of("");
    }
    int port = Integer.parseInt(raw);
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    boolean usual = port == (scheme.equals("http") ? 80 : 443);
    return Optional.of(usual ? "" : ":" + port);
  }
}
