package io.keeling.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.reader.url.CanonicalUrl;
import java.util.List;

/** What the tests of this package say again and again. */
final class Listings {

  static final CanonicalUrl BASE = CanonicalUrl.of("https://news.example.org/feeds/all").get();
  static final int PLENTY = 1_000;

  private Listings() {}

  /** What a feed lists that a server calls XML. */
  static Listing feed(String text) {
    return FeedListing.read(text.getBytes(UTF_8), "application/xml", BASE, PLENTY);
  }

  static Listing.Listed listed(Listing listing) {
    assertThat(listing).isInstanceOf(Listing.Listed.class);
    return (Listing.Listed) listing;
  }

  static List<String> urls(Listing listing) {
    return listed(listing).links().stream().map(ListedLink::url).toList();
  }

  static UnlistedReason reason(Listing listing) {
    assertThat(listing).isInstanceOf(Listing.Unlisted.class);
    return ((Listing.Unlisted) listing).reason();
  }
}
