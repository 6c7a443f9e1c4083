package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.BASE;
import static io.keeling.ingest.listing.Listings.PLENTY;
import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.reason;
import static io.keeling.ingest.listing.Listings.urls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for feeds of every format. */
class FeedListingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 24 Nov 2026 09:30:00 +01:00",
        "mar., 24 nov. 2026 09:30:00 +0100",
        "2026-11-24 08:30:00",
        "November 24, 2026 3:30 AM EST",
        "Tuesday, 24-Nov-26 08:30:00 GMT"
      })
  void readsDialectsOfDatesInEveryFormat(String date) {
    Instant expected = Instant.parse("2026-11-24T08:30:00Z");
    String item = "<item><title>a</title><link>https://a.org/1</link>%s</item>";
    String rss = "<rss version='2.0'><channel><title>T</title>" + item + "</channel></rss>";
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>a</title>"
            + "<link href='https://a.org/1'/><id>1</id><published>%s</published></entry></feed>";
    for (String feed :
        new String[] {
          rss.formatted("<pubDate>" + date + "</pubDate>"),
          rss.formatted("<pubdate>" + date + "</pubdate>"),
          rss.formatted(
              "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>" + date + "</dc:date>"),
          rss.formatted("<pubDate>" + date + "</pubDate>").replace("</channel></rss>", ""),
          atom.formatted(date),
          "{\"items\":[{\"id\":\"1\",\"url\":\"https://a.org/1\",\"date_published\":\""
              + date
              + "\"}]}"
        }) {
      assertThat(listed(feed(feed)).links()).as(feed).hasSize(1);
      assertThat(listed(feed(feed)).links().get(0).publishedAt()).as(feed).isEqualTo(expected);
    }
  }

  @Test
  void keepsTheNewestWhenThereAreTooMany() {
    String items =
        IntStream.rangeClosed(1, 28)
            .mapToObj(
                i ->
                    "<item><link>https://a.org/%d</link><pubDate>%02d Nov 2026 09:30:00 GMT</pubDate></item>"
                        .formatted(i, i))
            .collect(Collectors.joining());
    Listing listing =
        FeedListing.read(
            ("<rss version=\"2.0\"><channel><title>T</title><link>https://a.org</link><description/>"
                    + items
                    + "</channel></rss>")
                .getBytes(UTF_8),
            null,
            BASE,
            3);
    assertThat(urls(listing))
        .containsExactly("https://a.org/26", "https://a.org/27", "https://a.org/28");
    assertThat(listed(listing).leftOut()).isEqualTo(25);
  }

  @Test
  void keepsOnlyWebAddressesAndEachOnce() {
    Listing listing =
        feed(
            """
            {"items":[{"url":"javascript:alert(1)"},{"url":"mailto:a@b.org"},{"url":"ftp://a.org/1"},
            {"url":"http://a.org/1?utm_source=rss"},{"url":"https://a.org/1#top"},{"url":"https://news.example.org/feeds/all"}]}""");
    assertThat(urls(listing)).containsExactly("http://a.org/1");
  }

  @Test
  void listsNothingForAnEmptyFeed() {
    assertThat(
            urls(
                feed(
                    "<rss version=\"2.0\"><channel><title>T</title><link>https://a.org</link>"
                        + "<description/></channel></rss>")))
        .isEmpty();
  }

  @Test
  void saysWhatIsNoFeed() {
    assertThat(reason(feed(" \n"))).isEqualTo(UnlistedReason.EMPTY);
    assertThat(reason(feed("<!doctype html><html><body><a href='/x'>x</a></body></html>")))
        .isEqualTo(UnlistedReason.NOT_A_LISTING);
    assertThat(reason(feed("{\"a\":1}"))).isEqualTo(UnlistedReason.NOT_A_LISTING);
    assertThat(reason(feed("{\"items\":["))).isEqualTo(UnlistedReason.MALFORMED);
    assertThat(reason(feed("<rss version='2.0'><channel><title>T")))
        .isEqualTo(UnlistedReason.MALFORMED);
    byte[] noise = new byte[5_000];
    new java.util.Random(7).nextBytes(noise);
    assertThat(reason(FeedListing.read(noise, "image/png", BASE, PLENTY)))
        .isEqualTo(UnlistedReason.NOT_A_LISTING);
  }
}
