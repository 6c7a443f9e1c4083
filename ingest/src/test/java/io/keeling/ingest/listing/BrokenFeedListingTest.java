package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.BASE;
import static io.keeling.ingest.listing.Listings.PLENTY;
import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.urls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are no well-formed XML, or say something untrue of themselves. */
class BrokenFeedListingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF\n\n<?xml version=\"1.0\"?>%s",
        "<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/x.php</b><br />%s",
        "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://nowhere.invalid/rss.dtd\">%s",
        "%s\n<!-- served in 0.1 s --><script>track()</script>",
        "%s<br/>trailing words & a bare ampersand",
        "<?xml version=\"1.1\" encoding=\"nonsense\"?>%s",
        "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>%s"
      })
  void readsAFeedWithJunkAroundIt(String junk) {
    String feed =
        "<rss version=\"2.0\"><channel><title>T</title><item><title>Caf&eacute; &amp; R&D</title>"
            + "<link>https://a.org/x?a=1&b=2</link></item></channel></rss>";
    Listing listing = feed(junk.formatted(feed));
    assertThat(urls(listing)).containsExactly("https://a.org/x?a=1&b=2");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("Café & R&D");
    assertThat(listed(listing).repaired()).isTrue();
  }

  @Test
  void mendsJunkEntitiesAmpersandsAndControlCharacters() {
    Listing listing =
        feed(
            """


            <br />Warning: database is tired in /srv/index.php
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://localhost:9/rss.dtd">
            <rss version="2.0"><channel><title>A&nbsp;B \u0003 &eacute; AT&T &#0; &#x1F; &bogus;</title>
            <link>https://a.org/?a=1&b=2</link><description/>
            <item><title>R&D \u0008 &ndash; caf&eacute; &#8217;</title><link>https://a.org/x?id=1&page=2</link></item>
            <item><title><![CDATA[Q&A & more]]></title><link>https://a.org/y</link></item>
            </channel></rss>""");
    assertThat(urls(listing)).containsExactly("https://a.org/x?id=1&page=2", "https://a.org/y");
    assertThat(listed(listing).repaired()).isTrue();
    assertThat(listed(listing).links().get(0).title()).isEqualTo("R&D – café ’");
    assertThat(listed(listing).links().get(1).title()).isEqualTo("Q&A & more");
  }

  @Test
  void readsWhatIsThereOfAFeedThatWasCutOff() {
    Listing listing =
        feed(
            """
            <rss version="2.0"><channel><title>T</title>
            <item><title>One</title><link>https://a.org/1</link><pubDate>Tue, 24 Nov 2026 09:30:00 GMT</pubDate></item>
            <item><title>Two</title><link>https://a.org/2</link></item>
            <item><title>Thr""");
    assertThat(urls(listing)).containsExactly("https://a.org/1", "https://a.org/2");
    assertThat(listed(listing).links().get(0).publishedAt()).isEqualTo("2026-11-24T09:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item><title>Two</title><link>https://a.org/2",
        "<item><title>Two</title><link>https://a.o",
        "<item><title>Two</title><link>htt"
      })
  void takesNoAddressThatWasCutOff(String end) {
    Listing listing =
        feed(
            "<rss version=\"2.0\"><channel><item><title>One</title><link>https://a.org/1</link></item>"
                + end);
    assertThat(urls(listing)).containsExactly("https://a.org/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'><channel><title>R&D</title></channel></rss>",
        "<feed><title>caf&eacute;</title></feed >",
        "<!DOCTYPE rss><rss version='2.0'><channel><itunes:x>y</itunes:x></channel></rss",
        "<rss/>",
        "<CHANNEL><TITLE>T</TITLE></CHANNEL>"
      })
  void listsNothingForABrokenFeedWithoutEntries(String feed) {
    assertThat(urls(feed(feed))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Title>One</title><Link>https://a.org/1</link>",
        "<title>One</title><link>https://a.org/1<description>unclosed</description>",
        "<title>One</title><link>https://a.org/1</link><description><p>unclosed<br><br></description>",
        "<title>One</title><link>https://a.org/1</link></b></i><image></height></image>",
        "<guid isPermaLink=false>7</guid><title>One</title><link>https://a.org/1</link>"
      })
  void readsEntriesOfWhichTagsDoNotMatch(String entry) {
    Listing listing =
        feed(
            "<rss version='2.0'><channel><item>%s</item>".formatted(entry)
                + "<item><title>Two</title><link>https://a.org/2</link></item></channel></rss>");
    assertThat(urls(listing)).containsExactly("https://a.org/1", "https://a.org/2");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("One");
  }

  @Test
  void findsTheEndOfAnEntryFullOfUnclosedElements() {
    Listing listing =
        feed(
            "<rss version='2.0'><channel><item><title>One</title><link>https://a.org/1</link>"
                + "<description>"
                + "<br>".repeat(2_000)
                + "</description></item><item><title>Two</title><link>https://a.org/2</link></item>"
                + "</channel></rss>");
    assertThat(urls(listing)).containsExactly("https://a.org/1", "https://a.org/2");
  }

  @Test
  void readsTheEntitiesThatTheFeedDeclares() {
    Listing listing =
        feed(
            """
            <!DOCTYPE rss [<!ELEMENT rss ANY><!ENTITY firm 'R&#38;D Ltd'><!ENTITY site "https://a.org">
            <!ENTITY firm "another">]><rss version="2.0"><channel><item><title>&firm; at C:\\1 &amp; $1</title>
            <link>&site;/1</link></item></channel></rss>""");
    assertThat(urls(listing)).containsExactly("https://a.org/1");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("R&D Ltd at C:\\1 & $1");
  }

  @Test
  void trustsTheBytesMoreThanALyingDeclaration() {
    String feed =
        """
        <?xml version="1.0" encoding="%s"?><rss version="2.0"><channel><title>T</title>
        <link>https://a.org</link><description/>
        <item><title>Überschwemmung in Köln</title><link>https://a.org/1</link></item></channel></rss>""";
    byte[] utf8 = feed.formatted("iso-8859-1").getBytes(UTF_8);
    byte[] latin = feed.formatted("utf-8").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    for (byte[] bytes : new byte[][] {utf8, latin}) {
      Listing listing = FeedListing.read(bytes, "text/xml; charset=us-ascii", BASE, PLENTY);
      assertThat(listed(listing).links().get(0).title()).isEqualTo("Überschwemmung in Köln");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251", "Shift_JIS"})
  void readsOtherEncodings(String charset) throws Exception {
    byte[] bytes =
        """
        <?xml version="1.0" encoding="%s"?><rss version="2.0"><channel><title>T</title>
        <link>https://a.org</link><description/>
        <item><title>Привет</title><link>https://a.org/1</link></item></channel></rss>"""
            .formatted(charset)
            .getBytes(charset);
    Listing listing = FeedListing.read(bytes, "application/rss+xml", BASE, PLENTY);
    assertThat(listed(listing).links().get(0).title()).isEqualTo("Привет");
  }
}
