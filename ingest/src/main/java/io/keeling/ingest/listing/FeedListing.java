package io.keeling.ingest.listing;

import io.keeling.ingest.listing.Listing.Listed;
import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.reader.url.CanonicalUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: RSS of every version, Atom, CDF and JSON Feed. A malformed feed is repaired and read
 * as far as possible. Never throws, whatever the bytes hold.
 */
public final class FeedListing {

  private FeedListing() {}

  /**
   * @param bytes the body, after content decoding
   * @param contentType the {@code Content-Type} header as the server wrote it
   * @param base the address of the response, which relative links are resolved against
   * @param limit maximum number of links
   */
  public static Listing read(
      byte[] bytes, @Nullable String contentType, CanonicalUrl base, int limit) {
    String text = FeedText.of(bytes, contentType);
    if (text.isBlank()) {
      return new Unlisted(UnlistedReason.EMPTY, "the feed is empty");
    }
    if (text.stripLeading().startsWith("{")) {
      return JsonFeed.read(text.strip(), base, limit);
    }
    boolean wellFormed = SafeXml.wellFormed(text);
    String readable = wellFormed ? text : FeedRepair.repair(text);
    Optional<Listed> listed = XmlFeed.read(readable, base, limit, !wellFormed);
    if (listed.isEmpty()) {
      return new Unlisted(UnlistedReason.NOT_A_LISTING, "neither RSS, Atom, CDF nor JSON Feed");
    }
    if (listed.get().links().isEmpty() && !wellFormed && !FeedRepair.complete(text)) {
      return new Unlisted(
          UnlistedReason.MALFORMED, "a feed broken beyond repair: not one link in it");
    }
    return listed.get();
  }
}
