package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions of RSS and what publishers add to them. */
class RssListingTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.91", "0.92", "0.93", "2.0"})
  void readsEveryVersionOfRss(String version) {
    Listing listing =
        feed(
            """
            <?xml version="1.0"?>
            <rss version="%s"><channel><title>T</title><link>https://news.example.org/</link>
            <description>D</description><language>en</language>
            <item><title>Ice &amp;amp; snow</title><link>/2026/ice</link><description>d</description></item>
            </channel></rss>\
            """
                .formatted(version));
    assertThat(urls(listing)).containsExactly("https://news.example.org/2026/ice");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("Ice & snow");
    assertThat(listed(listing).repaired()).isFalse();
  }

  @Test
  void readsDateTimeToLiveAndPermanentIdOfRss2() {
    Listing.Listed listed =
        listed(
            feed(
                """
                <rss version="2.0"><channel><title>T</title><link>https://a.org</link><description/>
                <ttl>45</ttl>
                <item><title>One</title><guid>https://news.example.org/one</guid>
                <pubDate>Tue, 24 Nov 2026 09:30:00 +0100</pubDate></item>
                <item><title>No address</title><guid isPermaLink="false">17</guid></item>
                </channel></rss>\
                """));
    assertThat(listed.timeToLive()).contains(Duration.ofMinutes(45));
    assertThat(listed.links())
        .containsExactly(
            new ListedLink(
                "https://news.example.org/one",
                "One",
                Instant.parse("2026-11-24T08:30:00Z"),
                null));
  }

  @Test
  void readsRss1WithItsDatesAndUpdatePeriod() {
    Listing.Listed listed =
        listed(
            feed(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                <channel rdf:about="https://a.org/"><title>T</title><link>https://a.org/</link>
                <description>D</description><sy:updatePeriod>hourly</sy:updatePeriod>
                <sy:updateFrequency>2</sy:updateFrequency>
                <items><rdf:Seq><rdf:li resource="https://a.org/1"/></rdf:Seq></items></channel>
                <item rdf:about="https://a.org/1"><title>One</title><link>https://a.org/1</link>
                <dc:date>2026-11-24T09:30:00Z</dc:date></item></rdf:RDF>\
                """));
    assertThat(listed.timeToLive()).contains(Duration.ofMinutes(30));
    assertThat(listed.links().get(0).publishedAt()).isEqualTo("2026-11-24T09:30:00Z");
  }

  @Test
  void prefersTheOutletsAddressToFeedBurners() {
    Listing listing =
        feed(
            """
            <rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
            <title>T</title><link>https://a.org</link><description/><item>
            <link>http://feedproxy.example/~r/1</link><feedburner:origLink>https://a.org/1</feedburner:origLink>
            </item></channel></rss>\
            """);
    assertThat(urls(listing)).containsExactly("https://a.org/1");
  }
}
