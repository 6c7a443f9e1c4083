package io.keeling.ingest.reader.metadata;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the one address of an article: what the page declares, if it is of the same site and no
 * front page while the page itself is not; else where it was fetched. Stateless.
 */
public final class CanonicalAddress {

  private CanonicalAddress() {}

  /** The canonical address of a page, or null if none is known. */
  public static @Nullable Chosen<String> find(Evidence evidence) {
    String fetched = evidence.url();
    String declared = accepted(link(evidence), fetched);
    if (declared != null) {
      return new Chosen<>(declared, "link:canonical");
    }
    String open = accepted(evidence.metas().first("og:url"), fetched);
    if (open != null) {
      return new Chosen<>(open, "meta:og:url");
    }
    return fetched == null ? null : new Chosen<>(WebAddress.withoutTracking(fetched), "url");
  }

  private static @Nullable String link(Evidence evidence) {
    for (Element link : evidence.outline().links()) {
      if (link.attr("rel").toLowerCase(Locale.ROOT).contains("canonical")) {
        return link.attr("href");
      }
    }
    return null;
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
    }
    return WebAddress.withoutTracking(address);
  }
}
