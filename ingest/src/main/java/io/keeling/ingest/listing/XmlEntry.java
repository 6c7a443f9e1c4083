package io.keeling.ingest.listing;

import io.keeling.reader.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** One entry of a feed in any dialect of RSS, Atom or CDF. Not thread-safe. */
final class XmlEntry {

  /**
   * Names of the elements that hold the date of publication, most trusted first: RSS, Atom, Dublin
   * Core, PRISM, Atom 0.3.
   */
  private static final List<String> PUBLISHED =
      List.of("pubdate", "published", "date", "publicationdate", "issued", "created");

  private static final List<String> UPDATED =
      List.of("updated", "modified", "modificationdate", "lastbuilddate");

  /**
   * Values of {@code rel} for a link to the entry's page, including the full name of {@code
   * alternate} (RFC 4287, section 4.2.7.2).
   */
  private static final Set<String> ALTERNATE =
      Set.of("", "alternate", "http://www.iana.org/assignments/relation/alternate");

  private static final Set<String> PAGE_TYPES = Set.of("", "text/html", "application/xhtml+xml");

  /**
   * Maximum number of references of an entry tried as its address; if all fail, the rest would fail
   * too.
   */
  private static final int MOST_REFERENCES = 20;

  /**
   * Longest title read, in characters, before entities and markup are removed. A title element that
   * was never closed contains the rest of the feed.
   */
  private static final int LONGEST_TITLE = 2_000;

  private record Reference(String text, Element at) {}

  private final Element entry;
  private final Map<String, List<Element>> children = new HashMap<>();
  private final FeedNamespaces namespaces;
  private final FeedBases bases;

  XmlEntry(Element entry, FeedNamespaces namespaces, FeedBases bases) {
    this.entry = entry;
    this.namespaces = namespaces;
    this.bases = bases;
    for (Element child : entry.children()) {
      children.computeIfAbsent(child.tag().localName(), name -> new ArrayList<>(1)).add(child);
    }
  }

  private List<Element> named(String name) {
    return children.getOrDefault(name, List.of());
  }

  /** Returns the address of the entry's page: the first usable address among its references. */
  Optional<CanonicalUrl> address() {
    List<Reference> references = new ArrayList<>();
    for (Element original : named("origlink")) {
      if (namespaces.in(FeedNamespaces.FEEDBURNER, original)) {
        references.add(new Reference(original.ownText(), original));
      }
    }
    named("link").stream()
        .filter(link -> namespaces.same(entry, link) || namespaces.in(FeedNamespaces.ATOM, link))
        .filter(link -> ALTERNATE.contains(attribute(link, "rel").toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparing(link -> !PAGE_TYPES.contains(attribute(link, "type"))))
        .forEach(link -> references.add(new Reference(target(link), link)));
    references.add(new Reference(attribute(entry, "href"), entry)); // CDF
    for (String name : List.of("a", "guid", "id")) {
      for (Element child : named(name)) {
        String text = name.equals("a") ? attribute(child, "href") : identifier(child);
        references.add(new Reference(text, child));
      }
    }
    references.add(new Reference(attribute(entry, "about"), entry)); // RSS 1.0
    return references.stream()
        .filter(reference -> !reference.text().isBlank())
        .limit(MOST_REFERENCES)
        .flatMap(reference -> resolved(reference).stream())
        .findFirst();
  }

  private Optional<CanonicalUrl> resolved(Reference reference) {
    return bases.of(reference.at()).resolve(reference.text().replace("&amp;", "&"));
  }

  private static String target(Element link) {
    String address = attribute(link, "href");
    address = address.isEmpty() ? link.ownText() : address;
    return address.isBlank() ? attribute(link, "resource") : address;
  }

  /**
   * Returns the address in an identifier; empty if there is none. Most identifiers are numbers, so
   * a relative address counts only where {@code isPermaLink} marks it as one.
   */
  private static String identifier(Element id) {
    return attribute(id, "ispermalink").equalsIgnoreCase("true")
            || CanonicalUrl.of(id.ownText()).isPresent()
        ? id.ownText()
        : "";
  }

  private static String attribute(Element element, String name) {
    return FeedNamespaces.attribute(element, name);
  }

  /**
   * Returns the entry's own title, or else its title by Dublin Core or Atom. Titles of other
   * namespaces, such as those of films, podcasts and maps, mean other things.
   */
  @Nullable String title() {
    Element likely = null;
    for (Element title : named("title")) {
      if (!title.hasText()) {
        continue;
      }
      if (namespaces.same(entry, title)) {
        return text(title);
      }
      boolean alike =
          namespaces.in(FeedNamespaces.DUBLIN_CORE, title)
              || namespaces.in(FeedNamespaces.ATOM, title);
      likely = alike && likely == null ? title : likely;
    }
    return likely == null ? null : text(likely);
  }

  private static String text(Element title) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            text.append(words.getWholeText());
          }
          return text.length() < LONGEST_TITLE ? FilterResult.CONTINUE : FilterResult.STOP;
        },
        title);
    return base64(title) ? decoded(text.toString()) : text.toString();
  }

  /** Whether a title is Base64, as in Atom 0.3 and drafts of Atom 1.0. */
  private static boolean base64(Element title) {
    return attribute(title, "mode").equals("base64")
        || attribute(title, "type").equals("application/octet-stream");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }

  @Nullable Instant published() {
    return date(PUBLISHED);
  }

  @Nullable Instant updated() {
    Instant updated = date(UPDATED);
    return updated == null ? FeedDates.parse(attribute(entry, "lastmod")) : updated; // CDF
  }

  private @Nullable Instant date(List<String> names) {
    for (String name : names) {
      for (Element child : named(name)) {
        if (namespaces.same(entry, child) || namespaces.dated(child)) {
          Instant date = FeedDates.parse(child.ownText());
          if (date != null) {
            return date;
          }
        }
      }
    }
    return null;
  }
}
