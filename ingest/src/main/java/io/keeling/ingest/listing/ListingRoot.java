package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.gzip.Gzip;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells feeds and sitemaps apart by their root element: lists of feeds (OPML) and robots.txt often
 * name one as the other.
 */
public final class ListingRoot {

  /**
   * Bytes in which the root element is looked for: warnings of servers and comments before it fit.
   */
  private static final int LOOKED_AT = 16 * 1024;

  /** The first tag of a web page, a feed or a sitemap; the earliest one decides. */
  private static final Pattern FIRST =
      Pattern.compile(
          "<(?:(?i:(?<page>html|!doctype\\s+html|head|body))"
              + "|(?<feed>(?i:(?:[A-Za-z][\\w-]{0,31}:)?(?:rss|feed|RDF|channel)))"
              + "|(?:[A-Za-z][\\w-]{0,31}:)?(?:urlset|sitemapindex))[\\s>/]");

  private ListingRoot() {}

  /**
   * What a body should be read as.
   *
   * @param stated what it was fetched as, which counts for web pages and anything without a known
   *     root. A web page in place of a feed stays no feed: most of these are notices of a move,
   *     walls and errors, whose links are of no use
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
