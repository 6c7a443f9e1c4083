package io.keeling.ingest.reader.metadata;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the one address of an article: what the page declares, if it is of the same site and no
 * front page while the page itself is not; else where it was fetched. Stateless.
 */
public final class CanonicalAddress {

  /** What the address that answered is worth beside a declared one, for explanations. */
  private static final double FETCHED = 0.5;

  private CanonicalAddress() {}

  /** The canonical address of a page, or null if none is known. */
  public static @Nullable Chosen<String> find(Evidence evidence) {
    String fetched = evidence.url();
    if (fetched != null) {
      evidence.consider("canonicalUrl", fetched, "url", FETCHED);
    }
    String link = link(evidence);
    String declared = accepted(link, fetched);
    note(evidence, link, "link:canonical", declared);
    if (declared != null) {
      return new Chosen<>(declared, "link:canonical");
    }
    String graph = evidence.metas().first("og:url");
    String open = accepted(graph, fetched);
    note(evidence, graph, "meta:og:url", open);
    if (open != null) {
      return new Chosen<>(open, "meta:og:url");
    }
    return fetched == null ? null : new Chosen<>(WebAddress.withoutTracking(fetched), "url");
  }

  private static void note(
      Evidence evidence, @Nullable String found, String origin, @Nullable String accepted) {
    if (found != null) {
      evidence.consider("canonicalUrl", found, origin, accepted == null ? 0 : 1);
    }
  }

  private static @Nullable String link(Evidence evidence) {
    for (Element link : evidence.outline().links()) {
      if (link.attr("rel").toLowerCase(Locale.ROOT).contains("canonical")) {
        return link.attr("href");
      }
    }
    return null;
  }

  /** A page that came over TLS has no address without it, whatever an old template says. */
  private static String asSafeAs(String fetched, String address) {
    boolean sameHost = WebAddress.host(address).equals(WebAddress.host(fetched));
    return sameHost && isSafe(fetched) && !isSafe(address)
        ? "https" + address.substring("http".length())
        : address;
  }

  private static boolean isSafe(String address) {
    return address.regionMatches(true, 0, "https:", 0, "https:".length());
  }

  private static @Nullable String accepted(@Nullable String declared, @Nullable String fetched) {
    String address = WebAddress.absolute(declared, fetched);
    if (address == null) {
      return null;
    }
    if (fetched != null) {
      boolean otherSite = !WebAddress.domain(address).equals(WebAddress.domain(fetched));
      boolean front = WebAddress.isFront(address) && !WebAddress.isFront(fetched);
      if (otherSite || front) {
        return null;
      }
      address = asSafeAs(fetched, address);
    }
    return WebAddress.withoutTracking(address);
  }
}
