package io.keeling.ingest.listing;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.keeling.contract.fetch.FetchPurpose;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, Atom and JSON Feed. What ROME refuses is repaired and tried again. Document types, and
 * so external entities and entity bombs, are never processed. Stateless.
 */
final class FeedReader {

  /** RSS {@code ttl}, in minutes. */
  private static final Pattern TTL = Pattern.compile("<ttl>\\s*([0-9]{1,5})\\s*</ttl>");

  private FeedReader() {}

  static Listing read(byte[] body, @Nullable String contentType, LinkCollector links) {
    String text = FeedText.decode(body, contentType);
    if (text.stripLeading().startsWith("{")) {
      return JsonFeedReader.read(text, links);
    }
    // Without its document type a feed cannot declare entities; the repair knows HTML's own.
    String clean = FeedRepair.withoutProlog(text);
    Optional<SyndFeed> feed = parse(clean);
    if (feed.isEmpty()) {
      feed = parse(FeedRepair.repaired(clean));
    }
    if (feed.isEmpty()) {
      feed = parse(FeedRepair.rebuilt(clean));
    }
    if (feed.isEmpty()) {
      return new Listing.Malformed("malformed-feed", "neither RSS, Atom nor JSON Feed");
    }
    feed.get().getEntries().forEach(entry -> add(entry, links));
    Matcher ttl = TTL.matcher(clean);
    return links.links(ttl.find() ? Long.parseLong(ttl.group(1)) * 60 : null);
  }

  private static Optional<SyndFeed> parse(String xml) {
    SyndFeedInput input = new SyndFeedInput();
    input.setXmlHealerOn(false);
    input.setAllowDoctypes(false);
    try {
      return Optional.of(input.build(new StringReader(xml)));
    } catch (FeedException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void add(SyndEntry entry, LinkCollector links) {
    Instant published = instant(entry.getPublishedDate());
    Instant updated = instant(entry.getUpdatedDate());
    links.add(link(entry), FetchPurpose.ARTICLE, published, updated);
  }

  private static @Nullable String link(SyndEntry entry) {
    for (SyndLink link : entry.getLinks()) {
      if (link.getRel() == null || link.getRel().equals("alternate")) {
        return link.getHref();
      }
    }
    if (entry.getLink() != null && !entry.getLink().isBlank()) {
      return entry.getLink();
    }
    String uri = entry.getUri();
    return uri != null && uri.startsWith("http") ? uri : null;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
