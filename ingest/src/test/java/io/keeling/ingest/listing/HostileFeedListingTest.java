package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.reason;
import static io.keeling.ingest.listing.Listings.urls;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Feeds that are meant to do harm. */
class HostileFeedListingTest {

  @Test
  void readsNoFileAndNoAddressOnBehalfOfAFeed() {
    Listing listing =
        feed(
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">
            <!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]>
            <rss version="2.0"><channel><title>&file;</title><link>https://a.org</link><description/>
            <item><title>&file;</title><link>https://a.org/1</link></item></channel></rss>\
            """);
    assertThat(listed(listing).links())
        .containsExactly(new ListedLink("https://a.org/1", "&file;", null, null));
  }

  @Test
  void expandsNoEntityBomb() {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    bomb.append(
        "]><rss"
            + " version=\"2.0\"><channel><title>&a29;</title><link>https://a.org</link><description/>"
            + "<item><title>&a29;</title><link>https://a.org/1</link></item></channel></rss>");
    assertThat(listed(feed(bomb.toString())).links())
        .containsExactly(new ListedLink("https://a.org/1", "&a29;", null, null));
  }

  @Test
  void survivesNestingWithoutEnd() {
    String deep = "<a>".repeat(200_000);
    assertThat(
            urls(
                feed(
                    "<rss version=\"2.0\"><channel><item><link>https://a.org/1</link></item>"
                        + deep)))
        .containsExactly("https://a.org/1");
    assertThat(reason(feed("{\"items\":" + "[".repeat(200_000))))
        .isEqualTo(UnlistedReason.MALFORMED);
  }

  @Test
  void takesTimeInProportionToUnclosedMarkup() {
    String hostile =
        "<rss>" + "<![CDATA[".repeat(100_000) + "&".repeat(100_000) + "<!--".repeat(100_000);
    assertThat(reason(feed(hostile))).isEqualTo(UnlistedReason.MALFORMED);
  }

  @Test
  void growsNoDocumentByEntitiesOfPlainWords() {
    String feed =
        "<!DOCTYPE rss [<!ENTITY a \"%s\">]><rss version=\"2.0\"><channel><item>"
                .formatted("word ".repeat(40))
            + "<title>Title</title><link>https://a.org/1</link><description>%s</description></item></channel></rss>"
                .formatted("&a;".repeat(300_000));
    assertThat(urls(feed(feed))).containsExactly("https://a.org/1");
    assertThat(FeedRepair.repair(feed).length()).isLessThan(3 * feed.length());
  }
}
