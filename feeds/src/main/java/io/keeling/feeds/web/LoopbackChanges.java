package io.keeling.feeds.web;

import io.javalin.http.Context;
import io.keeling.contract.text.PlainText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets whoever sits at this machine change things, and nobody else: not who comes by way of a proxy
 * on it, nor a page of another site in a browser on it. Immutable; threads may share it.
 */
public final class LoopbackChanges implements ChangeGuard {

  private static final Failure LOCKED = Failure.of(403, "locked");

  /** What proxies add. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  @Override
  public Optional<Failure> refusal(Context context) {
    boolean here =
        isLoopback(context.req().getLocalAddr())
            && isLoopback(context.ip())
            && isLoopbackName(context.host())
            && FORWARDED.stream().allMatch(header -> context.header(header) == null)
            && ownPage(context);
    return here ? Optional.empty() : Optional.of(LOCKED);
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("[::1]")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[0:0:0:0:0:0:0:1]");
  }

  /** A name that somebody else's name server leads here (DNS rebinding) is not one. */
  private static boolean isLoopbackName(String host) {
    String name = PlainText.line(host == null ? "" : host, 80).toLowerCase(Locale.ROOT);
    return name.matches("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?");
  }

  /** Whether it comes from a page of this desk, or of no browser (Fetch Metadata, W3C). */
  private static boolean ownPage(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      // Browsers that say it leave the origin out: our pages let no referrer be told.
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = context.header("Origin");
    try {
      return origin == null
          || String.valueOf(URI.create(origin).getRawAuthority()).equals(context.host());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
