package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.gzip.Gzip;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells feeds and sitemaps apart by their root element, because lists of feeds (OPML) and
 * robots.txt often name a sitemap as a feed or a feed as a sitemap.
 */
public final class ListingRoot {

  /**
   * Number of bytes searched for the root element: enough for server warnings and comments before
   * it.
   */
  private static final int LOOKED_AT = 16 * 1024;

  /** The first tag of a web page, a feed or a sitemap; the earliest match decides. */
  private static final Pattern FIRST =
      Pattern.compile(
          "<(?:(?i:(?<page>html|!doctype\\s+html|head|body))"
              + "|(?<feed>(?i:(?:[A-Za-z][\\w-]{0,31}:)?(?:rss|feed|RDF|channel)))"
              + "|(?:[A-Za-z][\\w-]{0,31}:)?(?:urlset|sitemapindex))[\\s>/]");

  private ListingRoot() {}

  /**
   * Returns what a body should be read as.
   *
   * @param stated what the body was fetched as; returned for web pages and for bodies without a
   *     known root. A web page fetched as a feed is therefore read as a feed and rejected: most are
   *     notices of a move, paywalls and errors, whose links are useless
   */
  public static FetchPurpose of(byte[] body, @Nullable String contentType, FetchPurpose stated) {
    if (Gzip.is(body)) {
      return FetchPurpose.SITEMAP; // Only sitemaps are gzip files.
    }
    byte[] start = Arrays.copyOf(body, Math.min(body.length, LOOKED_AT));
    Matcher first = FIRST.matcher(FeedText.of(start, contentType));
    if (!first.find() || first.group("page") != null) {
      return stated;
    }
    return first.group("feed") != null ? FetchPurpose.FEED : FetchPurpose.SITEMAP;
  }
}
