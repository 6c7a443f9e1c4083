package io.keeling.ingest.listing;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads sitemaps, sitemap indexes and news sitemaps (sitemaps.org). Stateless. */
final class SitemapReader {

  private static final Comparator<AbstractSiteMap> NEWEST_MAP_FIRST =
      Comparator.comparing((AbstractSiteMap map) -> changed(map.getLastModified())).reversed();
  private static final Comparator<SiteMapURL> NEWEST_FIRST =
      Comparator.comparing((SiteMapURL entry) -> changed(entry.getLastModified())).reversed();

  private SitemapReader() {}

  @SuppressWarnings("deprecation") // the parser's own type
  static Listing read(CanonicalUrl url, byte[] body, LinkCollector links) {
    // Not strict: a sitemap may lead to other hosts, and each of those asks its own robots.txt.
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.setStrictNamespace(false);
    parser.setAllowDocTypeDefinitions(false);
    parser.enableExtension(Extension.NEWS);
    AbstractSiteMap map;
    try {
      map = parser.parseSiteMap(body, new URL(url.text()));
    } catch (UnknownFormatException | MalformedURLException e) {
      return new Listing.Malformed("malformed-sitemap", "not a sitemap");
    } catch (IOException | RuntimeException e) {
      return new Listing.Malformed(
          "malformed-sitemap", "cannot be read: " + e.getClass().getSimpleName());
    }
    if (map instanceof SiteMapIndex index) {
      index.getSitemaps().stream()
          .sorted(NEWEST_MAP_FIRST)
          .forEach(
              child ->
                  links.add(
                      child.getUrl().toString(),
                      FetchPurpose.SITEMAP,
                      null,
                      instant(child.getLastModified())));
    } else if (map instanceof SiteMap plain) {
      List<SiteMapURL> newestFirst = plain.getSiteMapUrls().stream().sorted(NEWEST_FIRST).toList();
      newestFirst.forEach(entry -> add(entry, links));
    }
    return links.links(null);
  }

  private static void add(SiteMapURL entry, LinkCollector links) {
    Instant published = null;
    ExtensionMetadata[] news = entry.getAttributesForExtension(Extension.NEWS);
    if (news != null && news.length > 0 && news[0] instanceof NewsAttributes attributes) {
      published = instant(attributes.getPublicationDate());
    }
    links.add(
        entry.getUrl().toString(),
        FetchPurpose.ARTICLE,
        published,
        instant(entry.getLastModified()));
  }

  private static Instant changed(@Nullable Date date) {
    return date == null ? Instant.EPOCH : date.toInstant();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
