package io.keeling.ingest.websub;

import io.keeling.contract.fetch.Page;
import io.keeling.ingest.listing.FeedText;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A hub that a feed names, and the address by which the hub knows the feed. Both are in the {@code
 * Link} headers, or else in the feed itself (WebSub, section 4): links of Atom, also in RSS, and
 * {@code hubs} of JSON Feed.
 *
 * @param hub where to subscribe
 * @param topic the feed's own address, exactly as written
 */
record HubOffer(CanonicalUrl hub, String topic) {

  /**
   * The start of an entry. Links of the feed itself come before the first entry or after the last.
   */
  private static final Pattern ENTRY = Pattern.compile("<(?:[\\w-]{1,32}:)?(?:item|entry)[\\s>]");

  private static final Pattern ENTRY_END =
      Pattern.compile("</(?:[\\w-]{1,32}:)?(?:item|entry)\\s*>");

  /**
   * Number of characters searched at the start and at the end of a feed, which limits the work of
   * every poll. The part before the first entry has a few thousand characters.
   */
  private static final int LONGEST = 64 * 1024;

  private static final Pattern LINK_VALUE = Pattern.compile("<([^<>]{1,4096})>([^<>]*)");
  private static final Pattern RELATION =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");
  private static final Pattern JSON_HUB =
      Pattern.compile("\"hubs\"\\s*:\\s*\\[[^\\[\\]]{0,2000}?\"url\"\\s*:\\s*\"([^\"]{1,2000})\"");
  private static final Pattern JSON_SELF =
      Pattern.compile("\"feed_url\"\\s*:\\s*\"([^\"]{1,2000})\"");

  private record Named(String relation, String address) {}

  /** Returns the hub that a fetched feed names. Never throws, whatever the feed contains. */
  static Optional<HubOffer> of(Page page) {
    Optional<CanonicalUrl> base = CanonicalUrl.of(page.finalUrl());
    if (base.isEmpty()) {
      return Optional.empty();
    }
    List<Named> links = new ArrayList<>();
    if (page.link() != null) {
      inHeader(page.link(), links);
    }
    if (first(links, "hub") == null || first(links, "self") == null) {
      inFeed(FeedText.of(page.body(), page.contentType()), links);
    }
    String hub = first(links, "hub");
    String self = first(links, "self");
    String topic =
        self == null
            ? page.finalUrl()
            : base.get().resolve(self).isEmpty() ? null : absolute(self, base.get());
    return hub == null || topic == null
        ? Optional.empty()
        : base.get().resolve(hub).map(url -> new HubOffer(url, topic));
  }

  private static void inHeader(String header, List<Named> links) {
    Matcher value = LINK_VALUE.matcher(header);
    while (value.find()) {
      Matcher relation = RELATION.matcher(value.group(2));
      if (relation.find()) {
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        for (String name : names.strip().split("\\s+")) {
          links.add(new Named(name.toLowerCase(Locale.ROOT), value.group(1).strip()));
        }
      }
    }
  }

  private static void inFeed(String text, List<Named> links) {
    if (text.stripLeading().startsWith("{")) {
      add("hub", JSON_HUB.matcher(text), links);
      add("self", JSON_SELF.matcher(text), links);
      return;
    }
    for (Element link : HtmlTree.parseXml(outsideEntries(text)).select("[rel][href]")) {
      String tag = link.tagName();
      if (tag.substring(tag.indexOf(':') + 1).equalsIgnoreCase("link")) {
        for (String name : link.attr("rel").strip().split("\\s+")) {
          links.add(new Named(name.toLowerCase(Locale.ROOT), link.attr("href").strip()));
        }
      }
    }
  }

  private static void add(String relation, Matcher matcher, List<Named> links) {
    if (matcher.find()) {
      links.add(new Named(relation, matcher.group(1).replace("\\/", "/")));
    }
  }

  private static String outsideEntries(String text) {
    Matcher entry = ENTRY.matcher(text);
    if (!entry.find()) {
      return text.substring(0, Math.min(LONGEST, text.length()));
    }
    String head = text.substring(0, Math.min(LONGEST, entry.start()));
    String tail = text.substring(Math.max(entry.start(), text.length() - LONGEST));
    Matcher end = ENTRY_END.matcher(tail);
    int at = tail.length();
    while (end.find()) {
      at = end.end();
    }
    return head + tail.substring(at);
  }

  private static @Nullable String first(List<Named> links, String relation) {
    return links.stream()
        .filter(link -> link.relation.equals(relation) && !link.address.isEmpty())
        .map(Named::address)
        .findFirst()
        .orElse(null);
  }

  /** Returns an absolute address as it is written, since the hub compares it literally. */
  private static String absolute(String address, CanonicalUrl base) {
    return CanonicalUrl.of(address).isPresent()
        ? address
        : base.resolve(address).orElse(base).text();
  }
}
