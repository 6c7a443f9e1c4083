package io.keeling.ingest.listing;

import io.keeling.ingest.reader.outline.HtmlTree;
import io.keeling.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads what can still be read of a feed that no strict parser accepts, such as one that was cut
 * off or uses prefixes it never declares. Stateless.
 */
final class RoughFeed {

  private RoughFeed() {}

  /** Empty if there is not a single link. */
  static Optional<Listing.Listed> read(String text, CanonicalUrl base, int limit) {
    Document document = HtmlTree.parseXml(text);
    LinkCollector links = new LinkCollector(base, limit);
    for (Element element : document.getAllElements()) {
      if (named(element, "item") || named(element, "entry")) {
        links.add(
            address(element),
            text(element, "title"),
            date(element, "pubDate", "published", "dc:date", "issued"),
            date(element, "updated", "modified"));
      }
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(links.listed(Optional.empty(), true));
  }

  private static @Nullable String address(Element item) {
    for (Element child : item.children()) {
      String relation = child.attr("rel");
      if (named(child, "link") && (relation.isEmpty() || relation.equals("alternate"))) {
        String address = child.hasAttr("href") ? child.attr("href") : HtmlTree.line(child);
        if (!address.isBlank()) {
          return address;
        }
      }
    }
    String id = text(item, "guid", "id");
    return id != null && CanonicalUrl.of(id).isPresent() ? id : null;
  }

  private static @Nullable Instant date(Element item, String... names) {
    return FeedDates.parse(text(item, names));
  }

  private static @Nullable String text(Element item, String... names) {
    for (String name : names) {
      for (Element child : item.children()) {
        String text = named(child, name) ? HtmlTree.line(child) : "";
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private static boolean named(Element element, String name) {
    return element.tagName().equalsIgnoreCase(name);
  }
}
