package io.keeling.ingest.listing;

import io.keeling.reader.url.CanonicalUrl;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Resolves the base address of each element of a feed (XML Base, section 3; in CDF the attribute
 * BASE). The base of an element is resolved against that of the element around it, and the
 * outermost against the address of the feed. Not thread-safe.
 */
final class FeedBases {

  /**
   * The base address of each element seen. Without this cache, each entry would climb to the root,
   * past an unbounded number of attributes.
   */
  private final Map<Element, CanonicalUrl> known = new IdentityHashMap<>();

  private final CanonicalUrl feed;

  FeedBases(CanonicalUrl feed) {
    this.feed = feed;
  }

  CanonicalUrl of(Element element) {
    CanonicalUrl base = known.get(element);
    if (base == null) {
      CanonicalUrl around = element.parent() == null ? feed : of(element.parent());
      String given = FeedNamespaces.attribute(element, "base");
      base = given.isEmpty() ? around : around.resolve(given).orElse(around);
      known.put(element, base);
    }
    return base;
  }
}
