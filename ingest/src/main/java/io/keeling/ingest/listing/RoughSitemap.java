package io.keeling.ingest.listing;

import io.keeling.ingest.listing.Listing.Listed;
import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a sitemap that the strict parser rejects. Finds only its addresses, no dates or titles. */
final class RoughSitemap {

  private static final Pattern ROOT =
      Pattern.compile("<(?:[A-Za-z][\\w-]{0,31}:)?(?:urlset|sitemapindex)[\\s>/]");

  private RoughSitemap() {}

  static Listing read(String text, CanonicalUrl base, int limit) {
    if (!ROOT.matcher(text).find()) {
      return new Unlisted(UnlistedReason.NOT_A_LISTING, "neither a sitemap nor a sitemap index");
    }
    Document document = HtmlTree.parseXml(text);
    LinkCollector pages = new LinkCollector(base, limit);
    LinkCollector sitemaps = new LinkCollector(base, limit);
    for (Element element : document.getAllElements()) {
      if (named(element, "loc") && element.parent() != null) {
        LinkCollector group = named(element.parent(), "sitemap") ? sitemaps : pages;
        group.add(HtmlTree.line(element), null, null, null);
      }
    }
    Listed links = pages.listed(Optional.empty(), true);
    List<ListedLink> further = sitemaps.listed(Optional.empty(), true).links();
    boolean empty = links.links().isEmpty() && further.isEmpty();
    return new Listed(links.links(), further, Optional.empty(), links.leftOut(), !empty);
  }

  private static boolean named(Element element, String name) {
    String tag = element.tagName();
    return tag.substring(tag.indexOf(':') + 1).equalsIgnoreCase(name);
  }
}
