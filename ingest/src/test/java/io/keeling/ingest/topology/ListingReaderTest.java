package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.listing.ListedLink;
import io.keeling.ingest.listing.Listing;
import io.keeling.ingest.listing.UnlistedReason;
import io.keeling.reader.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingReaderTest {

  private static final String FEED = "https://news.example/feed";

  @ParameterizedTest
  @CsvSource({
    "99999999-99-99, false",
    "'Sat, 31 Dec 9999 10:00:00 GMT', false",
    "1899-12-31T10:00:00Z, false",
    "2026-11-26T00:00:00Z, false",
    "2026-11-25T23:00:00Z, true",
    "1950-01-01T10:00:00Z, true"
  })
  void aDateInAFeedThatNoPageCanHaveIsNone(String date, boolean dated) {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>a</id>
        <entry><title>Tide</title><id>b</id><link href="/tide"/><published>%1$s</published><updated>%1$s</updated></entry>
        </feed>
        """;
    String rss =
        """
        <rss version="2.0"><channel><title>News</title><item><title>Tide</title>
        <link>https://news.example/tide</link><pubDate>%s</pubDate></item></channel></rss>
        """;
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "items":
         [{"id": "1", "url": "https://news.example/tide", "date_published": "%1$s", "date_modified": "%1$s"}]}
        """;

    for (String feed : List.of(atom, rss, json)) {
      ListedLink link = links(FetchPurpose.FEED, feed.formatted(date)).links().get(0);
      assertThat(link.publishedAt() != null).as(feed).isEqualTo(dated);
    }
  }

  @Test
  void aDateInASitemapThatNoPageCanHaveIsNone() {
    String dates =
        "<url><loc>https://news.example/a</loc><lastmod>9999-12-31</lastmod></url>"
            + "<url><loc>https://news.example/b</loc><lastmod>2026-11-20</lastmod></url>";
    String sitemap =
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + dates + "</urlset>";
    String index =
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + dates.replace("url>", "sitemap>")
            + "</sitemapindex>";

    assertThat(links(FetchPurpose.SITEMAP, sitemap).links())
        .extracting(ListedLink::modifiedAt)
        .containsExactly(null, Instant.parse("2026-11-20T00:00:00Z"));
    assertThat(links(FetchPurpose.SITEMAP, index).furtherSitemaps())
        .extracting(ListedLink::modifiedAt)
        .containsExactlyInAnyOrder(null, Instant.parse("2026-11-20T00:00:00Z"));
  }

  @Test
  void aBugIsAListingThatCannotBeRead() {
    Listing listing =
        ListingReader.guarded(
            FetchPurpose.SECTION,
            page(FetchPurpose.SECTION, "<p>"),
            () -> {
              throw new IllegalStateException("quoted from the page");
            });

    assertThat(listing)
        .isEqualTo(
            new Listing.Unlisted(
                UnlistedReason.READER_FAILURE, "the reader failed: IllegalStateException"));
  }

  private static Listing.Listed links(FetchPurpose purpose, String body) {
    return (Listing.Listed)
        new ListingReader(100)
            .read(page(purpose, body), CanonicalUrl.of(FEED).orElseThrow(), null)
            .listing();
  }

  private static Page page(FetchPurpose purpose, String body) {
    return Page.builder(FEED, purpose, "news", Instant.parse("2026-11-24T10:00:00Z"), "trace")
        .body("text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
