package io.keeling.reader.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes addresses found on pages, such as those of pictures, absolute and checks them, but does not
 * normalise them. For the address of an article, see {@link CanonicalAddress}. Stateless;
 * thread-safe; never throws.
 */
public final class PageUrls {

  private static final int LONGEST = 2_000;

  private PageUrls() {}

  /** Returns an absolute http(s) address, or null if there is none. */
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
    if (uri == null || uri.getHost() == null) {
      return null;
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    return web ? uri.toString() : null;
  }

  /** Returns the host in lower case, or empty. */
  public static String host(@Nullable String address) {
    URI uri = address == null ? null : parse(address);
    return uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** Whether an address has no path: a front page. */
  public static boolean isFront(String address) {
    URI uri = parse(address);
    return uri != null
        && (uri.getRawPath() == null || uri.getRawPath().length() <= 1)
        && uri.getRawQuery() == null;
  }

  private static @Nullable URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
