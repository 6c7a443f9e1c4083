package io.keeling.ingest.opml;

import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.text.PlainText;
import io.keeling.ingest.listing.FeedRepair;
import io.keeling.ingest.listing.FeedText;
import io.keeling.ingest.listing.SafeXml;
import io.keeling.reader.url.CanonicalUrl;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes lists of sources as OPML 2.0 (opml.org), the format in which feed readers
 * exchange subscriptions. A feed is an outline of type {@code rss}; a sitemap, section or page is
 * one of type {@code link}, which other programs ignore. What OPML lacks, such as the id, is in
 * attributes of our own namespace, so that a written list can be read back without loss.
 */
public final class Opml {

  private static final Namespace OURS = Namespace.getNamespace("keeling", "urn:keeling:opml:1");
  private static final Pattern ROOT = Pattern.compile("<(opml)[\\s>]");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private Opml() {}

  public static final class NotOpmlException extends Exception {
    private static final long serialVersionUID = 1L;

    NotOpmlException(String message) {
      super(message);
    }
  }

  /**
   * The result of reading a list.
   *
   * @param fresh sources that are not watched yet
   * @param watched number of sources that are already watched
   * @param skipped outlines with an address that cannot be watched, and why, one line each
   */
  public record Read(List<Source> fresh, int watched, List<String> skipped) {

    public Read {
      fresh = List.copyOf(fresh);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Reads a list. Outlines without an address are headings and are ignored.
   *
   * @param present the watched sources, which are not fresh; new sources do not get their ids
   * @throws NotOpmlException if the bytes are not OPML, even after repair
   */
  public static Read read(byte[] bytes, Collection<Source> present) throws NotOpmlException {
    Element root = root(FeedText.of(bytes, "application/xml"));
    Reading reading = new Reading(present);
    for (Element outline : root.getDescendants(Filters.element("outline"))) {
      reading.add(outline);
    }
    return new Read(reading.fresh, reading.watched, reading.skipped);
  }

  private static Element root(String text) throws NotOpmlException {
    if (!ROOT.matcher(text).find()) {
      throw new NotOpmlException("not OPML: it has no opml element");
    }
    try {
      return SafeXml.parse(text).getRootElement();
    } catch (JDOMException | IOException e) {
      try {
        return SafeXml.parse(FeedRepair.repair(text, ROOT)).getRootElement();
      } catch (JDOMException | IOException beyondRepair) {
        throw new NotOpmlException("broken OPML: " + beyondRepair.getMessage());
      }
    }
  }

  public static String write(List<Source> sources) {
    Element root = new Element("opml").setAttribute("version", "2.0");
    root.addNamespaceDeclaration(OURS);
    root.addContent(
        new Element("head").addContent(new Element("title").setText("Sources of Keeling")));
    Element body = new Element("body");
    sources.forEach(source -> body.addContent(outline(source)));
    return new XMLOutputter(Format.getPrettyFormat().setLineSeparator("\n"))
        .outputString(new Document(root.addContent(body)));
  }

  private static Element outline(Source source) {
    boolean feed = source.kind() == SourceKind.FEED;
    Element outline = new Element("outline").setAttribute("type", feed ? "rss" : "link");
    set(outline, "text", Namespace.NO_NAMESPACE, source.name());
    set(outline, feed ? "xmlUrl" : "url", Namespace.NO_NAMESPACE, source.url());
    set(outline, "language", Namespace.NO_NAMESPACE, source.language());
    set(outline, "id", OURS, source.id());
    set(outline, "kind", OURS, source.kind().name().toLowerCase(Locale.ROOT));
    set(outline, "links", OURS, source.linkPattern());
    set(outline, "every", OURS, source.every() == null ? null : source.every().toString());
    return outline;
  }

  private static void set(
      Element outline, String name, Namespace namespace, @Nullable String value) {
    if (value != null) {
      StringBuilder allowed = new StringBuilder();
      value.codePoints().filter(Verifier::isXMLCharacter).forEach(allowed::appendCodePoint);
      outline.setAttribute(new Attribute(name, allowed.toString(), namespace));
    }
  }

  private static final class Reading {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final List<Source> fresh = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int watched;

    Reading(Collection<Source> present) {
      for (Source source : present) {
        ids.add(source.id());
        CanonicalUrl.of(source.url()).ifPresent(url -> addresses.add(url.identity()));
      }
    }

    void add(Element outline) {
      String address = attribute(outline, "xmlUrl");
      String kindName = outline.getAttributeValue("kind", OURS);
      if (address == null && kindName != null) {
        address = attribute(outline, "url");
      }
      if (address == null) {
        return;
      }
      // Some programs write the scheme {@code feed:}, which opens a feed reader.
      Optional<CanonicalUrl> url =
          CanonicalUrl.of(
              address
                  .replaceFirst("^(?i)feed:(?://)?(?=https?:)", "")
                  .replaceFirst("^(?i)feed://", "http://"));
      if (url.isEmpty()) {
        skipped.add(address + ": not an http(s) address");
      } else if (!addresses.add(url.get().identity())) {
        watched++;
      } else {
        source(outline, url.get(), kindName);
      }
    }

    private void source(Element outline, CanonicalUrl url, @Nullable String kindName) {
      try {
        String id = outline.getAttributeValue("id", OURS);
        if (id == null || ids.contains(id)) {
          id = SourceIds.free(url.host(), ids);
        }
        String every = outline.getAttributeValue("every", OURS);
        Source source =
            new Source(
                id,
                kindName == null
                    ? SourceKind.FEED
                    : SourceKind.valueOf(kindName.toUpperCase(Locale.ROOT)),
                url.text(),
                name(outline, url),
                language(outline),
                outline.getAttributeValue("links", OURS),
                every == null ? null : Duration.parse(every));
        ids.add(id);
        fresh.add(source);
      } catch (IllegalArgumentException | DateTimeException e) {
        skipped.add(url + ": " + e.getMessage());
      }
    }

    private static String name(Element outline, CanonicalUrl url) {
      String text = attribute(outline, "text");
      String name = text == null ? attribute(outline, "title") : text;
      return name == null ? url.host() : PlainText.line(name, ArticleLimits.OUTLET_NAME);
    }

    private static @Nullable String language(Element outline) {
      String language = attribute(outline, "language");
      String code = language == null ? "" : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
      return LANGUAGE.matcher(code).matches() ? code : null;
    }

    /** Returns an attribute by its name in any case, such as {@code xmlurl} or {@code xmlURL}. */
    private static @Nullable String attribute(Element outline, String name) {
      for (Attribute attribute : outline.getAttributes()) {
        if (attribute.getNamespace().equals(Namespace.NO_NAMESPACE)
            && attribute.getName().equalsIgnoreCase(name)
            && !attribute.getValue().isBlank()) {
          return attribute.getValue().strip();
        }
      }
      return null;
    }
  }
}
