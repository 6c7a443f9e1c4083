package io.keeling.ingest.listing;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** Reads well-formed RSS and Atom with ROME. Stateless. */
final class RomeFeed {

  /** FeedBurner's own redirect stands in the link; the outlet's address is kept beside it. */
  private static final String FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0";

  private static final Map<String, Duration> PERIODS =
      Map.of(
          SyModule.HOURLY, Duration.ofHours(1),
          SyModule.DAILY, Duration.ofDays(1),
          SyModule.WEEKLY, Duration.ofDays(7),
          SyModule.MONTHLY, Duration.ofDays(30),
          SyModule.YEARLY, Duration.ofDays(365));

  private static final String RSS_DATE = "pubDate";

  private static final Set<String> DATES =
      Set.of("pubdate", "date", "published", "updated", "modified", "issued", "created");

  private RomeFeed() {}

  /** Empty if ROME refuses the document. */
  static Optional<Listing.Listed> read(
      String text, CanonicalUrl base, int limit, boolean repaired) {
    SyndFeed feed;
    CanonicalUrl inner;
    try {
      SyndFeedInput input = new SyndFeedInput();
      input.setPreserveWireFeed(true);
      Document document = SafeXml.parse(text);
      inner = innerBase(document, base);
      mendDates(document.getRootElement());
      feed = input.build(document);
    } catch (FeedException | JDOMException | IOException | RuntimeException e) {
      // ROME's parsers let number and format exceptions through; all of them say the same.
      return Optional.empty();
    }
    LinkCollector links = new LinkCollector(inner, limit);
    for (SyndEntry entry : feed.getEntries()) {
      links.add(
          address(entry), entry.getTitle(), instant(published(entry)), instant(updated(entry)));
    }
    return Optional.of(links.listed(timeToLive(feed), repaired));
  }

  /**
   * The base the document gives itself (XML Base), which ROME does not apply to an entry's link.
   */
  private static CanonicalUrl innerBase(Document document, CanonicalUrl base) {
    String given = document.getRootElement().getAttributeValue("base", Namespace.XML_NAMESPACE);
    return given == null ? base : base.resolve(given).orElse(base);
  }

  /** Writes dates so that ROME, which knows but two forms of them, reads them all. */
  private static void mendDates(Element root) {
    List<Element> elements = new ArrayList<>();
    root.getDescendants(Filters.element()).forEach(elements::add);
    for (Element element : elements) {
      String name = element.getName();
      if (DATES.contains(name.toLowerCase(Locale.ROOT)) && element.getChildren().isEmpty()) {
        Instant date = FeedDates.parse(element.getText());
        if (date != null) {
          element.setText(date.toString());
        }
        if (name.equalsIgnoreCase(RSS_DATE)) {
          element.setName(RSS_DATE);
        }
      }
    }
  }

  private static @Nullable String address(SyndEntry entry) {
    for (var element : entry.getForeignMarkup()) {
      if (element.getName().equals("origLink") && FEEDBURNER.equals(element.getNamespaceURI())) {
        return element.getTextTrim();
      }
    }
    if (entry.getLink() != null && !entry.getLink().isBlank()) {
      return entry.getLink();
    }
    String id = entry.getUri();
    return id != null && CanonicalUrl.of(id).isPresent() ? id : null;
  }

  /** Of Atom 0.3 ROME gives the change for the publication. */
  private static @Nullable Date published(SyndEntry entry) {
    return entry.getWireEntry() instanceof Entry atom && atom.getPublished() != null
        ? atom.getPublished()
        : entry.getPublishedDate();
  }

  private static @Nullable Date updated(SyndEntry entry) {
    return entry.getWireEntry() instanceof Entry atom && atom.getUpdated() != null
        ? atom.getUpdated()
        : entry.getUpdatedDate();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  /** RSS 2.0 {@code ttl}, in minutes, or the syndication module of RSS 1.0. */
  private static Optional<Duration> timeToLive(SyndFeed feed) {
    if (feed.originalWireFeed() instanceof Channel channel && channel.getTtl() > 0) {
      return Optional.of(Duration.ofMinutes(channel.getTtl()));
    }
    if (feed.getModule(SyModule.URI) instanceof SyModule module
        && module.getUpdatePeriod() != null
        && PERIODS.containsKey(module.getUpdatePeriod())) {
      return Optional.of(
          PERIODS
              .get(module.getUpdatePeriod())
              .dividedBy(Math.max(1, module.getUpdateFrequency())));
    }
    return Optional.empty();
  }
}
