package io.keeling.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a feed names its hub. */
class HubOfferTest {

  private static final String ADDRESS = "https://a.example/feeds/all.xml";

  private static Optional<HubOffer> offer(@Nullable String link, String body) {
    return HubOffer.of(
        Page.builder(ADDRESS, FetchPurpose.FEED, "news", Instant.EPOCH, "trace")
            .body("application/xml", body.getBytes(UTF_8))
            .link(link)
            .build());
  }

  private static void assertOffer(Optional<HubOffer> offer, String hub, String topic) {
    assertThat(offer).isPresent();
    assertThat(offer.get().hub().text()).isEqualTo(hub);
    assertThat(offer.get().topic()).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://hub.example/>; rel=hub, <https://a.example/self>; rel=\"self\"",
        "<https://a.example/self>;title=\"x, y\";rel=self,<https://hub.example/> ; REL=\"Hub\"",
        "</style>; rel=preload, <https://hub.example/>; rel=\"prefetch hub\", </self>; rel=self"
      })
  void inTheHeader(String link) {
    assertOffer(offer(link, "<rss/>"), "https://hub.example/", "https://a.example/self");
  }

  @Test
  void inTheHeaderRatherThanInTheFeed() {
    assertOffer(
        offer(
            "<https://hub.example/>; rel=hub, </self>; rel=self",
            "<feed><link rel='hub' href='https://other.example/'/><link rel='self' href='/x'/>"),
        "https://hub.example/",
        "https://a.example/self");
  }

  @Test
  void inAtomAndOutsideItsEntries() {
    assertOffer(
        offer(
            null,
            "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self'"
                + " href='https://A.example/All?utm_source=x'/><link href='/hub'"
                + " rel='hub'/><entry><link rel='hub' href='https://evil.example/'/>"
                + "</entry></feed>"),
        "https://a.example/hub",
        "https://A.example/All?utm_source=x");
    assertThat(
            offer(
                null, "<feed><entry><link rel='hub' href='https://evil.example/'/></entry></feed>"))
        .isEmpty();
  }

  @Test
  void inRssBeforeOrBehindTheItems() {
    String links =
        "<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='/rss'/>";
    String items = "<item><link>https://a.example/1</link></item>";
    for (String channel : new String[] {links + items, items + items + links}) {
      assertOffer(
          offer(
              null,
              "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
                  + channel
                  + "</channel></rss>"),
          "https://hub.example/",
          "https://a.example/rss");
    }
  }

  @Test
  void inJsonFeed() {
    assertOffer(
        offer(
            null,
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https:\\/\\/a.example/j\","
                + "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}"),
        "https://hub.example/",
        "https://a.example/j");
  }

  @Test
  void takesTheAddressThatAnsweredWhereTheFeedNamesNone() {
    assertOffer(
        offer(null, "<feed><link rel='hub' href='https://hub.example/'/></feed>"),
        "https://hub.example/",
        ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<rss><channel><title>T</title></channel></rss>",
        "<feed><link rel='hub' href=''/></feed>",
        "<feed><link rel='hub' href='file:///etc/passwd'/></feed>",
        "<feed><link rel='hub' href='https://hub.example/'/><link rel='self'"
            + " href='mailto:a@b'/></feed>"
      })
  void nowhere(String feed) {
    assertThat(offer(null, feed)).isEmpty();
  }

  @Test
  void takesTimeInProportionToTheLength() {
    assertThat(offer("<".repeat(4000), "<item".repeat(200_000))).isEmpty();
  }
}
