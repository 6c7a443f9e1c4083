package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Atom 0.3 and 1.0. */
class AtomListingTest {

  @Test
  void readsAtomWithBaseAlternateLinkAndBothDates() {
    Listing.Listed listed =
        listed(
            feed(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.org/blog/"><title>T</title>
                <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; claim</title>
                <link rel="self" href="https://a.org/api/1"/><link rel="alternate" href="one"/>
                <id>tag:a.org,2026:1</id><published>2026-11-20T10:00:00Z</published>
                <updated>2026-11-21T10:00:00Z</updated></entry></feed>\
                """));
    assertThat(listed.links())
        .containsExactly(
            new ListedLink(
                "https://a.org/blog/one",
                "A bold claim",
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-21T10:00:00Z")));
  }

  @Test
  void readsAtom03WithItsOwnNamesOfDates() {
    Listing.Listed listed =
        listed(
            feed(
                """
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
                <entry><title>One</title><link rel="alternate" type="text/html" href="/one"/>
                <id>tag:1</id><issued>2026-11-20T10:00:00+01:00</issued>
                <modified>2026-11-21 10:00:00</modified></entry></feed>\
                """));
    assertThat(listed.repaired()).isFalse();
    assertThat(listed.links())
        .containsExactly(
            new ListedLink(
                "https://news.example.org/one",
                "One",
                Instant.parse("2026-11-20T09:00:00Z"),
                Instant.parse("2026-11-21T10:00:00Z")));
  }

  @Test
  void readsAFeedWithPrefixesItNeverDeclares() {
    Listing listing =
        feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>
            <media:thumbnail url="x.jpg"/><link rel="enclosure" href="/a.mp3"/><link href="/one"/>
            </entry></feed>\
            """);
    assertThat(urls(listing)).containsExactly("https://news.example.org/one");
  }
}
