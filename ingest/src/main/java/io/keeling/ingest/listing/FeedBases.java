package io.keeling.ingest.listing;

import io.keeling.reader.url.CanonicalUrl;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What the relative addresses in one feed count from: the base that an element and those around it
 * give themselves (XML Base, section 3; in CDF the attribute BASE), and in the end the address of
 * the feed. Not for sharing between threads.
 */
final class FeedBases {

  /**
   * The base of each element that was looked at. Without it every entry would climb to the root,
   * past attributes that nobody bounds.
   */
  private final Map<Element, CanonicalUrl> known = new IdentityHashMap<>();

  private final CanonicalUrl feed;

  FeedBases(CanonicalUrl feed) {
    this.feed = feed;
  }

  /** Recurses as deep as the element is nested. */
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
