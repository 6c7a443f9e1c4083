package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.keeling.reader.url.CanonicalUrl;

/**
 * Reads feeds that a fuzzer makes, guided by what they reach in the reader, in jsoup and in JDOM.
 * Without {@code JAZZER_FUZZ=1} it reads the feeds that are kept beside it, among them each that
 * ever broke the reader.
 */
class FeedListingFuzzTest {

  /** Few, so that the fuzzer comes to feeds with more. */
  private static final int LIMIT = 3;

  @DictionaryEntries({
    "<rss version=\"2.0\"><channel>",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
    "<CHANNEL HREF=\"",
    "<item>",
    "<ITEM HREF=\"",
    "<entry>",
    "<title type=\"html\">",
    "<link>https://a.example/1</link>",
    "<link rel=\"alternate\" href=\"/1\"/>",
    "<guid isPermaLink=\"false\">",
    "<pubDate>Tue, 24 Nov 2026 09:30:00 EST</pubDate>",
    "<updated>2026-11-24T09:30:00Z</updated>",
    "<dc:date>",
    "<ttl>60</ttl>",
    "<sy:updatePeriod>hourly</sy:updatePeriod>",
    " xml:base=\"",
    "<?xml version=\"1.1\" encoding=\"UTF-16\"?>",
    "<!DOCTYPE rss [<!ENTITY a \"&b;\">]>",
    "<![CDATA[",
    "]]>",
    "&nbsp;",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[",
    "\"url\":\"https://a.example/1\",",
    "\"date_published\":\"2026-11-24T09:30:00Z\","
  })
  @FuzzTest
  void listsWhateverTheFeed(byte[] feed) {
    Listing listing = FeedListing.read(feed, null, BASE, LIMIT);

    if (listing instanceof Listing.Listed listed) {
      assertThat(listed.links())
          .hasSizeLessThanOrEqualTo(LIMIT)
          .extracting(ListedLink::url)
          .doesNotHaveDuplicates();
      assertThat(listed.links())
          .allSatisfy(
              link ->
                  assertThat(CanonicalUrl.of(link.url()).orElseThrow().text())
                      .isEqualTo(link.url()));
      assertThat(listed.leftOut()).isNotNegative();
      listed.timeToLive().ifPresent(time -> assertThat(time).isPositive());
    }
  }
}
