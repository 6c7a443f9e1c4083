package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** JSON Feed 1 and 1.1. */
class JsonFeedListingTest {

  @Test
  void readsJsonFeedAndIgnoresItemsWithoutAddress() {
    Listing.Listed listed =
        listed(
            feed(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
                {"id":"1","url":"/one","title":"One","date_published":"2026-11-24T09:30:00+01:00"},
                {"id":"https://news.example.org/two"},
                {"id":"3","external_url":"https://else.org/three","date_published":"yesterday"},
                {"id":"4"}, 5, null, {"url":["x"]}]}\
                """));
    assertThat(urls(listed))
        .containsExactly(
            "https://news.example.org/one",
            "https://news.example.org/two",
            "https://else.org/three");
    assertThat(listed.links().get(0).publishedAt()).isEqualTo("2026-11-24T08:30:00Z");
  }

  @Test
  void readsJsonFeed1() {
    Listing listing =
        feed(
            """
            {"version":"https://jsonfeed.org/version/1","title":"T","author":{"name":"A"},
            "items":[{"id":"1","url":"https://a.org/one","date_published":"Tue, 24 Nov 2026 08:30 GMT",
            "date_modified":"2026-11-24T09:30:00Z"}]}\
            """);
    assertThat(listed(listing).links())
        .containsExactly(
            new ListedLink(
                "https://a.org/one",
                null,
                Instant.parse("2026-11-24T08:30:00Z"),
                Instant.parse("2026-11-24T09:30:00Z")));
  }
}
