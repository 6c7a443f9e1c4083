package io.keeling.ingest.listing;

import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.ingest.url.CanonicalUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom, and JSON Feed. A feed that is not well-formed is mended
 * and read again, and in the end read for its links alone. Stateless; threads may share it; never
 * throws for what the bytes hold.
 */
public final class FeedListing {

  private FeedListing() {}

  /**
   * Reads a feed.
   *
   * @param bytes the body, after content decoding
   * @param contentType the {@code Content-Type} header as the server wrote it
   * @param base the address that answered, to resolve relative links against
   * @param limit the most links wanted
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
    Optional<Listing.Listed> asItIs = RomeFeed.read(text, base, limit, false);
    if (asItIs.isPresent()) {
      return asItIs.get();
    }
    if (!FeedRepair.looksLikeFeed(text)) {
      return RoughFeed.read(text, base, limit)
          .<Listing>map(listed -> listed)
          .orElseGet(
              () -> new Unlisted(UnlistedReason.NOT_A_LISTING, "neither RSS, Atom nor JSON Feed"));
    }
    String mended = FeedRepair.repair(text);
    return RomeFeed.read(mended, base, limit, true)
        .or(() -> RoughFeed.read(mended, base, limit))
        .<Listing>map(listed -> listed)
        .orElseGet(
            () ->
                new Unlisted(
                    UnlistedReason.MALFORMED, "a feed broken beyond repair: not one link in it"));
  }
}
