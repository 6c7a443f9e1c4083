package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.gzip.Gzip;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells feeds and sitemaps apart by their root element, whatever they are called. Lists of feeds
 * (OPML) and robots.txt name sitemaps as feeds and feeds as sitemaps.
 */
public final class ListingRoot {

  /**
   * How many bytes are looked at. Chosen: a root element stands before, warnings of the server and
   * comments included.
   */
  private static final int LOOKED_AT = 16 * 1024;

  /** What a web page begins with, a feed's root, a sitemap's: the first of these decides. */
  private static final Pattern FIRST =
      Pattern.compile(
          "<(?:(?i:(?<page>html|!doctype\\s+html|head|body))"
              + "|(?<feed>(?i:(?:[A-Za-z][\\w-]{0,31}:)?(?:rss|feed|RDF|channel)))"
              + "|(?:[A-Za-z][\\w-]{0,31}:)?(?:urlset|sitemapindex))[\\s>/]");

  private ListingRoot() {}

  /**
   * What a body is to be read as.
   *
   * @param stated what it was fetched as, which counts for web pages and all that shows no root. A
   *     web page where a feed should be stays no feed: most of them are notices of an outlet that
   *     has moved, walls and errors, and their links lead nowhere that the operator asked for
   */
  public static FetchPurpose of(byte[] body, @Nullable String contentType, FetchPurpose stated) {
    if (Gzip.is(body)) {
      return FetchPurpose.SITEMAP; // Of all listings only sitemaps are files of gzip.
    }
    byte[] start = Arrays.copyOf(body, Math.min(body.length, LOOKED_AT));
    Matcher first = FIRST.matcher(FeedText.of(start, contentType));
    if (!first.find() || first.group("page") != null) {
      return stated;
    }
    return first.group("feed") != null ? FetchPurpose.FEED : FetchPurpose.SITEMAP;
  }
}
