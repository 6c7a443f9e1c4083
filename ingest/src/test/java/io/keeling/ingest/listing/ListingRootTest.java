package io.keeling.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listing is, whatever it was called. */
class ListingRootTest {

  private static final String PROLOG = "<?xml version=\"1.0\"?>\n<!-- made by <a> tool -->\n";

  static Stream<Arguments> listings() {
    FetchPurpose feed = FetchPurpose.FEED;
    FetchPurpose sitemap = FetchPurpose.SITEMAP;
    return Stream.of(
        Arguments.of(PROLOG + "<rss version=\"2.0\"><channel/></rss>", feed),
        Arguments.of(PROLOG + "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", feed),
        Arguments.of("<rdf:RDF xmlns:rdf=\"x\"></rdf:RDF>", feed),
        Arguments.of("<RSS VERSION=\"2.0\"><CHANNEL/></RSS>", feed),
        Arguments.of("<CHANNEL HREF=\"x\"><ITEM HREF=\"y\"/></CHANNEL>", feed),
        Arguments.of("Notice: undefined index\n<rss><channel>", feed),
        Arguments.of("<rss><item><description>&lt;html> <html> <urlset></description>", feed),
        Arguments.of(PROLOG + "<urlset xmlns=\"x\"><url/></urlset>", sitemap),
        Arguments.of(PROLOG + "<ns0:urlset xmlns:ns0=\"x\"></ns0:urlset>", sitemap),
        Arguments.of("<sitemapindex><sitemap/></sitemapindex>", sitemap));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void theRootElementDecides(String text, FetchPurpose what) {
    for (FetchPurpose stated :
        new FetchPurpose[] {FetchPurpose.FEED, FetchPurpose.SITEMAP, FetchPurpose.SECTION}) {
      assertThat(ListingRoot.of(text.getBytes(UTF_8), "text/html", stated)).isEqualTo(what);
      assertThat(ListingRoot.of(text.getBytes(UTF_16), null, stated)).isEqualTo(what);
    }
  }

  @Test
  void aWebPageAndWhatShowsNoRootStayWhatTheyWereCalled() {
    for (String text :
        new String[] {
          "<!DOCTYPE html><html><body>How to write <rss version=2.0> and <urlset></body></html>",
          "<HTML><head></head><body><svg><rss></rss></svg></body></HTML>",
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}",
          "https://news.example/a\nhttps://news.example/b\n",
          ""
        }) {
      for (FetchPurpose stated : FetchPurpose.values()) {
        assertThat(ListingRoot.of(text.getBytes(UTF_8), null, stated)).as(text).isEqualTo(stated);
      }
    }
  }

  @Test
  void aFileOfGzipIsASitemap() {
    byte[] start = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    assertThat(ListingRoot.of(start, "application/x-gzip", FetchPurpose.FEED))
        .isEqualTo(FetchPurpose.SITEMAP);
  }
}
