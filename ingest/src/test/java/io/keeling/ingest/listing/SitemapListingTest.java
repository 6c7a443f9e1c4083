package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.BASE;
import static io.keeling.ingest.listing.Listings.PLENTY;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.reason;
import static io.keeling.ingest.listing.Listings.urls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SitemapListingTest {

  private static final String SITEMAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://news.example.org/a?x=1&amp;y=2</loc><lastmod>2026-11-20</lastmod></url>
      <url><loc>https://www.example.org/b</loc><lastmod>2026-11-21T10:00:00+01:00</lastmod></url>
      <url><loc>ftp://news.example.org/c</loc></url>
      </urlset>\
      """;

  private static Listing read(String sitemap) {
    return SitemapListing.read(sitemap.getBytes(UTF_8), BASE, PLENTY);
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(result)) {
      out.write(bytes);
    }
    return result.toByteArray();
  }

  @Test
  void readsASitemapWithItsDates() {
    assertThat(listed(read(SITEMAP)).links())
        .containsExactly(
            new ListedLink(
                "https://news.example.org/a?x=1&y=2",
                null,
                null,
                Instant.parse("2026-11-20T00:00:00Z")),
            new ListedLink(
                "https://www.example.org/b", null, null, Instant.parse("2026-11-21T09:00:00Z")));
  }

  @Test
  void keepsTheNewestWhenThereAreTooMany() {
    assertThat(urls(SitemapListing.read(SITEMAP.getBytes(UTF_8), BASE, 1)))
        .containsExactly("https://www.example.org/b");
  }

  @Test
  void readsANewsSitemapWithTitleAndDate() {
    Listing listing =
        read(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://news.example.org/a</loc><news:news><news:publication>
            <news:name>N</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-11-24T09:30:00+01:00</news:publication_date>
            <news:title>Ice &amp; snow</news:title></news:news></url></urlset>\
            """);
    assertThat(listed(listing).links())
        .containsExactly(
            new ListedLink(
                "https://news.example.org/a",
                "Ice & snow",
                Instant.parse("2026-11-24T08:30:00Z"),
                null));
  }

  @Test
  void readsAnIndexNewestFirst() {
    Listing listing =
        read(
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://news.example.org/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
            <sitemap><loc>https://news.example.org/new.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap>
            </sitemapindex>\
            """);
    assertThat(listed(listing).furtherSitemaps())
        .extracting(ListedLink::url)
        .containsExactly("https://news.example.org/new.xml.gz", "https://news.example.org/old.xml");
    assertThat(urls(listing)).isEmpty();
  }

  @Test
  void readsAGzippedSitemapWhateverItIsCalled() throws IOException {
    assertThat(urls(SitemapListing.read(gzipped(SITEMAP.getBytes(UTF_8)), BASE, PLENTY)))
        .hasSize(2);
  }

  @Test
  void refusesAGzipBombAndACutOffOne() throws IOException {
    byte[] bomb = gzipped(new byte[60 * 1024 * 1024]);
    assertThat(reason(SitemapListing.read(bomb, BASE, PLENTY))).isEqualTo(UnlistedReason.TOO_LARGE);
    byte[] cut = Arrays.copyOf(gzipped(SITEMAP.getBytes(UTF_8)), 60);
    assertThat(reason(SitemapListing.read(cut, BASE, PLENTY))).isEqualTo(UnlistedReason.MALFORMED);
  }

  @Test
  void readsWhatIsThereOfABrokenSitemap() {
    assertThat(
            urls(
                read(
                    """
                    Notice: undefined index
                    <urlset><url><loc>https://news.example.org/a?x=1&y=2</loc></url>
                    <url><loc>/b</loc></url><url><lo\
                    """)))
        .containsExactly("https://news.example.org/a?x=1&y=2", "https://news.example.org/b");
  }

  @Test
  void readsNoFileAndExpandsNoBombOnBehalfOfASitemap() {
    String hostile =
        """
        <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY file SYSTEM "file:///etc/passwd">
        <!ENTITY a "%s"><!ENTITY b "%s"><!ENTITY c "%s">]>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://news.example.org/&file;</loc></url><url><loc>https://news.example.org/&c;</loc></url>
        </urlset>\
        """
            .formatted("x".repeat(1000), "&a;".repeat(1000), "&b;".repeat(1000));
    assertThat(urls(read(hostile))).noneMatch(url -> url.contains("root") || url.contains("xxx"));
  }

  @Test
  void saysWhatIsNoSitemap() {
    assertThat(reason(read(" \r\n"))).isEqualTo(UnlistedReason.EMPTY);
    assertThat(reason(read("<!doctype html><html><body>Not here</body></html>")))
        .isEqualTo(UnlistedReason.NOT_A_LISTING);
  }

  @Test
  void listsNothingForAnEmptySitemap() {
    assertThat(
            urls(read("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>")))
        .isEmpty();
  }
}
