package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads feeds, sitemaps and section pages for their links. Pure; threads may share it. */
public final class ListingReader {

  /** Most bytes an archive unpacks to: what a sitemap may have (sitemaps.org). */
  private static final int LARGEST_UNPACKED = 50 * 1024 * 1024;

  private final int linkLimit;

  /**
   * @param linkLimit most links taken from one page
   */
  public ListingReader(int linkLimit) {
    this.linkLimit = linkLimit;
  }

  /**
   * Reads a page. Never throws, whatever the bytes are.
   *
   * @param url the address that answered
   * @param purpose feed, sitemap or section
   * @param contentType the {@code Content-Type} header, or null
   * @param linkPattern for sections: a regular expression that article links match, or null
   */
  public Listing read(
      CanonicalUrl url,
      FetchPurpose purpose,
      @Nullable String contentType,
      byte[] body,
      @Nullable String linkPattern) {
    LinkCollector links = new LinkCollector(url, linkLimit);
    try {
      byte[] bytes = unpacked(body);
      return switch (purpose) {
        case FEED -> FeedReader.read(bytes, contentType, links);
        case SITEMAP -> SitemapReader.read(url, bytes, links);
        case SECTION -> SectionReader.read(url, bytes, contentType, linkPattern, links);
        case ARTICLE -> throw new IllegalArgumentException("an article is no listing");
      };
    } catch (IOException e) {
      return new Listing.Malformed(
          "malformed-" + label(purpose), "cannot unpack: " + e.getClass().getSimpleName());
    }
  }

  static String label(FetchPurpose purpose) {
    return purpose.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Sitemaps are often archives by themselves, without a content coding. */
  private static byte[] unpacked(byte[] body) throws IOException {
    if (body.length < 2 || (body[0] & 0xFF) != 0x1F || (body[1] & 0xFF) != 0x8B) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes(LARGEST_UNPACKED + 1);
      if (bytes.length > LARGEST_UNPACKED) {
        throw new IOException("more than " + LARGEST_UNPACKED + " bytes unpacked");
      }
      return bytes;
    }
  }
}
