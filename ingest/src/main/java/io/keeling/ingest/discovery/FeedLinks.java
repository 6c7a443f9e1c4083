package io.keeling.ingest.discovery;

import io.keeling.reader.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the addresses of a page's feeds: {@code <link rel=alternate>} first (HTML Standard, section
 * 4.6.7.1), then links whose address looks like a feed's. Feeds of comments come last.
 */
final class FeedLinks {

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/xml",
          "text/xml");

  /** Type of JSON Feed 1.0. It is also used for APIs. */
  private static final String JSON = "application/json";

  private static final Pattern FEED_ADDRESS =
      Pattern.compile(
          "(?:[./](?:rss|atom|rdf)(?:\\.xml)?|/feeds?|/feed\\.(?:xml|json)|/index\\.(?:xml|rdf))/?$"
              + "|/(?:rss|feeds?)/[^?]{1,300}\\.xml$|[?&]feed=(?:rss2?|atom|rdf)");
  private static final Pattern COMMENTS = Pattern.compile("comment|kommentar|coment|commentaire");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private FeedLinks() {}

  static List<CanonicalUrl> of(Document page) {
    Map<String, CanonicalUrl> first = new LinkedHashMap<>();
    Map<String, CanonicalUrl> last = new LinkedHashMap<>();
    for (Element link : page.select("link[href][rel]")) {
      if (!SPACES.splitAsStream(link.attr("rel")).anyMatch("alternate"::equalsIgnoreCase)) {
        continue;
      }
      String type = link.attr("type").toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
      if (TYPES.contains(type) || (type.equals(JSON) && looksLikeFeed(link))) {
        add(link, first, last);
      }
    }
    for (Element link : page.select("a[href]")) {
      if (looksLikeFeed(link)) {
        add(link, first, last);
      }
    }
    last.forEach(first::putIfAbsent);
    return new ArrayList<>(first.values());
  }

  private static boolean looksLikeFeed(Element link) {
    return FEED_ADDRESS.matcher(link.absUrl("href").toLowerCase(Locale.ROOT)).find();
  }

  private static void add(
      Element link, Map<String, CanonicalUrl> first, Map<String, CanonicalUrl> last) {
    String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
    Map<String, CanonicalUrl> group = COMMENTS.matcher(words).find() ? last : first;
    CanonicalUrl.of(link.absUrl("href")).ifPresent(url -> group.putIfAbsent(url.identity(), url));
  }
}
