package io.keeling.ingest.listing;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.keeling.ingest.gzip.Gzip;
import io.keeling.ingest.listing.Listing.Listed;
import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.reader.url.CanonicalUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps, sitemap indexes (sitemaps.org, protocol 0.9) and Google's news sitemaps with
 * crawler-commons, gzipped or not. Never throws, whatever the bytes hold.
 */
public final class SitemapListing {

  private static final Comparator<AbstractSiteMap> NEWEST_FIRST =
      Comparator.comparing(
          AbstractSiteMap::getLastModified, Comparator.nullsLast(Comparator.reverseOrder()));

  private SitemapListing() {}

  /**
   * Reads a sitemap.
   *
   * @param bytes the body, after content decoding
   * @param base the address of the response
   * @param limit maximum number of links, and also of further sitemaps; the newest are kept
   */
  public static Listing read(byte[] bytes, CanonicalUrl base, int limit) {
    byte[] content = bytes;
    try {
      if (Gzip.is(bytes)) {
        content = Gzip.expand(bytes, SiteMapParser.MAX_BYTES_ALLOWED);
      }
    } catch (IOException e) {
      return new Unlisted(UnlistedReason.MALFORMED, "a gzipped sitemap that cannot be expanded");
    }
    if (content.length > SiteMapParser.MAX_BYTES_ALLOWED) {
      return new Unlisted(
          UnlistedReason.TOO_LARGE,
          "more than the %d bytes a sitemap may have".formatted(SiteMapParser.MAX_BYTES_ALLOWED));
    }
    if (isBlank(content)) {
      return new Unlisted(UnlistedReason.EMPTY, "the sitemap is empty");
    }
    Optional<Listed> strict =
        parsed(content, base, limit)
            .filter(listed -> !listed.links().isEmpty() || !listed.furtherSitemaps().isEmpty());
    return strict.isPresent()
        ? strict.get()
        : RoughSitemap.read(FeedText.of(content, null), base, limit);
  }

  private static Optional<Listed> parsed(byte[] content, CanonicalUrl base, int limit) {
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.enableExtension(Extension.NEWS);
    try {
      AbstractSiteMap sitemap = parser.parseSiteMap(content, URI.create(base.text()).toURL());
      return Optional.of(
          sitemap instanceof SiteMapIndex index
              ? further(index, base, limit)
              : links((SiteMap) sitemap, base, limit));
    } catch (UnknownFormatException | IOException | RuntimeException e) {
      // Unchecked exceptions of crawler-commons' XML and date readers also mean a malformed
      // sitemap.
      return Optional.empty();
    }
  }

  private static Listed further(SiteMapIndex index, CanonicalUrl base, int limit) {
    Map<String, ListedLink> all = new LinkedHashMap<>();
    index.getSitemaps().stream()
        .sorted(NEWEST_FIRST)
        .forEach(
            sitemap ->
                base.resolve(sitemap.getUrl().toString())
                    .filter(url -> !url.identity().equals(base.identity()))
                    .ifPresent(
                        url ->
                            all.putIfAbsent(
                                url.identity(),
                                new ListedLink(
                                    url.text(), null, null, instant(sitemap.getLastModified())))));
    List<ListedLink> kept = all.values().stream().limit(limit).toList();
    return new Listed(List.of(), kept, Optional.empty(), all.size() - kept.size(), false);
  }

  private static Listed links(SiteMap sitemap, CanonicalUrl base, int limit) {
    LinkCollector links = new LinkCollector(base, limit);
    for (SiteMapURL url : sitemap.getSiteMapUrls()) {
      NewsAttributes news = news(url);
      links.add(
          url.getUrl().toString(),
          news == null ? null : news.getTitle(),
          news == null || news.getPublicationDateTime() == null
              ? null
              : news.getPublicationDateTime().toInstant(),
          instant(url.getLastModified()));
    }
    return links.listed(Optional.empty(), false);
  }

  private static @Nullable NewsAttributes news(SiteMapURL url) {
    var attributes = url.getAttributesForExtension(Extension.NEWS);
    return attributes != null && attributes.length > 0 ? (NewsAttributes) attributes[0] : null;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static boolean isBlank(byte[] content) {
    for (byte b : content) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}
