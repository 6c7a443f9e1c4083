package io.keeling.ingest.reader.metadata;

import crawlercommons.domains.EffectiveTldFinder;
import io.keeling.ingest.reader.wording.WordList;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as pages write them: resolved, checked, and without what only counts visits. Stateless;
 * threads may share it; never throws.
 */
public final class WebAddress {

  private static final int LONGEST = 2_000;
  private static final Set<String> TRACKING = WordList.load("words/tracking-parameters.txt");

  private WebAddress() {}

  /** An absolute http(s) address, or null if there is none in it. */
  public static @Nullable String absolute(@Nullable String address, @Nullable String base) {
    if (address == null || address.isBlank() || address.length() > LONGEST) {
      return null;
    }
    String plain = address.strip().replace(" ", "%20");
    URI uri = parse(plain);
    if (uri != null && !uri.isAbsolute() && base != null) {
      URI outer = parse(base);
      uri = outer == null ? null : outer.resolve(uri);
    }
    boolean web =
        uri != null
            && uri.getHost() != null
            && ("http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme()));
    return web ? uri.toString() : null;
  }

  /** The host in lower case, or empty. */
  public static String host(@Nullable String address) {
    URI uri = address == null ? null : parse(address);
    return uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** The registrable domain of an address by the public suffix list, else its host. */
  public static String domain(@Nullable String address) {
    String host = host(address);
    if (host.isEmpty()) {
      return "";
    }
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null || domain.isEmpty() ? host : domain;
  }

  /** Whether an address has no path: a front page. */
  public static boolean isFront(String address) {
    URI uri = parse(address);
    return uri != null
        && (uri.getRawPath() == null || uri.getRawPath().length() <= 1)
        && uri.getRawQuery() == null;
  }

  /** The address without fragment and tracking parameters. */
  public static String withoutTracking(String address) {
    int fragment = address.indexOf('#');
    String bare =
        fragment < 0 || address.startsWith("#!", fragment)
            ? address
            : address.substring(0, fragment);
    int query = bare.indexOf('?');
    if (query < 0) {
      return bare;
    }
    StringBuilder kept = new StringBuilder();
    for (String pair : bare.substring(query + 1).split("&")) {
      String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
      if (!pair.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.length() == 0 ? "?" : "&").append(pair);
      }
    }
    return bare.substring(0, query) + kept;
  }

  private static @Nullable URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
