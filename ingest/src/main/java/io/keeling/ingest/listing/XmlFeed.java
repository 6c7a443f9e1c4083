package io.keeling.ingest.listing;

import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads RSS of every version, Atom and CDF, whatever the prefixes, namespaces and order: an entry
 * counts wherever it is.
 */
final class XmlFeed {

  /**
   * Deepest nesting of elements kept; deeper elements become siblings. Atom with XHTML reaches
   * about thirty. For each end tag jsoup searches up to 256 open elements, so an entry full of
   * unclosed tags would otherwise take too long.
   */
  private static final int DEEPEST = 250;

  private static final Set<String> ROOTS = Set.of("rss", "feed", "channel");
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private XmlFeed() {}

  /** Returns the listing; empty if there is neither a feed nor an entry with an address. */
  static Optional<Listing.Listed> read(
      String text, CanonicalUrl base, int limit, boolean repaired) {
    // Ignores case: CDF is in capitals, RSS in either case, and the case of an end tag may differ
    // from that of its start tag.
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
    Document document = HtmlTree.parseXml(text, parser.setMaxDepth(DEEPEST));
    FeedNamespaces namespaces = FeedNamespaces.of(document);
    FeedBases bases = new FeedBases(base);
    LinkCollector links = new LinkCollector(base, limit);
    boolean feed = ROOTS.contains(rootOf(document).tag().localName());
    for (Element element : document.getAllElements()) {
      String name = element.tag().localName();
      if (ENTRIES.contains(name)) {
        XmlEntry entry = new XmlEntry(element, namespaces, bases);
        entry
            .address()
            .ifPresent(
                url -> links.add(url.text(), entry.title(), entry.published(), entry.updated()));
      } else if (name.equals("channel")) {
        feed = true;
      }
    }
    return feed || !links.isEmpty()
        ? Optional.of(links.listed(UpdateInterval.of(document), repaired))
        : Optional.empty();
  }

  private static Element rootOf(Document document) {
    Element root = document.firstElementChild();
    return root == null ? document : root;
  }
}
