package io.keeling.ingest.topology;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.listing.FeedListing;
import io.keeling.ingest.listing.LinkPattern;
import io.keeling.ingest.listing.Listing;
import io.keeling.ingest.listing.ListingRoot;
import io.keeling.ingest.listing.SectionListing;
import io.keeling.ingest.listing.SitemapListing;
import io.keeling.ingest.listing.UnlistedReason;
import io.keeling.reader.ReaderBugs;
import io.keeling.reader.url.CanonicalUrl;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a page as the kind of listing that its bytes show, or else as the kind that it was fetched
 * as. Thread-safe.
 */
final class ListingReader {

  /**
   * @param what kind of listing that the page was read as: feed, sitemap or section
   */
  record Read(FetchPurpose what, Listing listing) {}

  private static final Logger LOG = LoggerFactory.getLogger(ListingReader.class);

  private final int limit;

  /**
   * @param limit maximum number of links taken from one page
   */
  ListingReader(int limit) {
    this.limit = limit;
  }

  Read read(Page page, CanonicalUrl base, @Nullable String linkPattern) {
    FetchPurpose what = ListingRoot.of(page.body(), page.contentType(), page.purpose());
    Listing listing = guarded(what, page, () -> read(what, page, base, linkPattern));
    return new Read(what, listing.plausibleAt(page.fetchedAt()));
  }

  /**
   * Returns what a reader returns. If the reader throws an exception, which is a bug of ours,
   * returns a listing that cannot be read.
   */
  static Listing guarded(FetchPurpose what, Page page, Supplier<Listing> reading) {
    try {
      return reading.get();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      String message = ReaderBugs.line(LOG, name(what), page.body(), e);
      return new Listing.Unlisted(UnlistedReason.READER_FAILURE, message);
    }
  }

  private Listing read(
      FetchPurpose what, Page page, CanonicalUrl base, @Nullable String linkPattern) {
    return switch (what) {
      case FEED -> FeedListing.read(page.body(), page.contentType(), base, limit);
      case SITEMAP -> SitemapListing.read(page.body(), base, limit);
      case SECTION ->
          SectionListing.read(page.body(), page.contentType(), base, pattern(linkPattern), limit);
      case ARTICLE -> throw new IllegalArgumentException("an article is no listing");
    };
  }

  static String reason(FetchPurpose purpose, UnlistedReason reason) {
    String what = name(purpose);
    return switch (reason) {
      case EMPTY -> "empty-" + what;
      case NOT_A_LISTING -> "not-a-" + what;
      case MALFORMED -> "malformed-" + what;
      case TOO_LARGE, READER_FAILURE -> reason.label();
    };
  }

  private static String name(FetchPurpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }

  /** Returns null for an invalid pattern: the links are then measured instead. */
  private static @Nullable LinkPattern pattern(@Nullable String text) {
    return text == null ? null : LinkPattern.of(text).orElse(null);
  }
}
