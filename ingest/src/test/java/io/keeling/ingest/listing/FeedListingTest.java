package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.BASE;
import static io.keeling.ingest.listing.Listings.PLENTY;
import static io.keeling.ingest.listing.Listings.listed;
import static io.keeling.ingest.listing.Listings.reason;
import static io.keeling.ingest.listing.Listings.urls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedListingTest {

  private static Listing read(String feed) {
    return FeedListing.read(feed.getBytes(UTF_8), "application/xml", BASE, PLENTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.91", "0.92", "0.93", "2.0"})
  void readsEveryVersionOfRss(String version) {
    Listing listing =
        read(
            """
            <?xml version="1.0"?>
            <rss version="%s"><channel><title>T</title><link>https://news.example.org/</link>
            <description>D</description><language>en</language>
            <item><title>Ice &amp;amp; snow</title><link>/2026/ice</link><description>d</description></item>
            </channel></rss>"""
                .formatted(version));
    assertThat(urls(listing)).containsExactly("https://news.example.org/2026/ice");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("Ice & snow");
    assertThat(listed(listing).repaired()).isFalse();
  }

  @Test
  void readsDateTimeToLiveAndPermanentIdOfRss2() {
    Listing.Listed listed =
        listed(
            read(
                """
                <rss version="2.0"><channel><title>T</title><link>https://a.org</link><description/>
                <ttl>45</ttl>
                <item><title>One</title><guid>https://news.example.org/one</guid>
                <pubDate>Tue, 24 Nov 2026 09:30:00 +0100</pubDate></item>
                <item><title>No address</title><guid isPermaLink="false">17</guid></item>
                </channel></rss>"""));
    assertThat(listed.timeToLive()).contains(Duration.ofMinutes(45));
    assertThat(listed.links())
        .containsExactly(
            new Link(
                "https://news.example.org/one",
                "One",
                Instant.parse("2026-11-24T08:30:00Z"),
                null));
  }

  @Test
  void readsRss1WithItsDatesAndUpdatePeriod() {
    Listing.Listed listed =
        listed(
            read(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                <channel rdf:about="https://a.org/"><title>T</title><link>https://a.org/</link>
                <description>D</description><sy:updatePeriod>hourly</sy:updatePeriod>
                <sy:updateFrequency>2</sy:updateFrequency>
                <items><rdf:Seq><rdf:li resource="https://a.org/1"/></rdf:Seq></items></channel>
                <item rdf:about="https://a.org/1"><title>One</title><link>https://a.org/1</link>
                <dc:date>2026-11-24T09:30:00Z</dc:date></item></rdf:RDF>"""));
    assertThat(listed.timeToLive()).contains(Duration.ofMinutes(30));
    assertThat(listed.links().get(0).publishedAt()).isEqualTo("2026-11-24T09:30:00Z");
  }

  @Test
  void readsAtomWithBaseAlternateLinkAndBothDates() {
    Listing.Listed listed =
        listed(
            read(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.org/blog/"><title>T</title>
                <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; claim</title>
                <link rel="self" href="https://a.org/api/1"/><link rel="alternate" href="one"/>
                <id>tag:a.org,2026:1</id><published>2026-11-20T10:00:00Z</published>
                <updated>2026-11-21T10:00:00Z</updated></entry></feed>"""));
    assertThat(listed.links())
        .containsExactly(
            new Link(
                "https://a.org/blog/one",
                "A bold claim",
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-21T10:00:00Z")));
  }

  @Test
  void readsJsonFeedAndIgnoresItemsWithoutAddress() {
    Listing.Listed listed =
        listed(
            read(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
                {"id":"1","url":"/one","title":"One","date_published":"2026-11-24T09:30:00+01:00"},
                {"id":"https://news.example.org/two"},
                {"id":"3","external_url":"https://else.org/three","date_published":"yesterday"},
                {"id":"4"}, 5, null, {"url":["x"]}]}"""));
    assertThat(urls(listed))
        .containsExactly(
            "https://news.example.org/one",
            "https://news.example.org/two",
            "https://else.org/three");
    assertThat(listed.links().get(0).publishedAt()).isEqualTo("2026-11-24T08:30:00Z");
  }

  @Test
  void readsAtom03WithItsOwnNamesOfDates() {
    Listing.Listed listed =
        listed(
            read(
                """
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
                <entry><title>One</title><link rel="alternate" type="text/html" href="/one"/>
                <id>tag:1</id><issued>2026-11-20T10:00:00+01:00</issued>
                <modified>2026-11-21 10:00:00</modified></entry></feed>"""));
    assertThat(listed.repaired()).isFalse();
    assertThat(listed.links())
        .containsExactly(
            new Link(
                "https://news.example.org/one",
                "One",
                Instant.parse("2026-11-20T09:00:00Z"),
                Instant.parse("2026-11-21T10:00:00Z")));
  }

  @Test
  void readsJsonFeed1() {
    Listing listing =
        read(
            """
            {"version":"https://jsonfeed.org/version/1","title":"T","author":{"name":"A"},
            "items":[{"id":"1","url":"https://a.org/one","date_published":"Tue, 24 Nov 2026 08:30 GMT",
            "date_modified":"2026-11-24T09:30:00Z"}]}""");
    assertThat(listed(listing).links())
        .containsExactly(
            new Link(
                "https://a.org/one",
                null,
                Instant.parse("2026-11-24T08:30:00Z"),
                Instant.parse("2026-11-24T09:30:00Z")));
  }

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
      assertThat(listed(read(feed)).links()).as(feed).hasSize(1);
      assertThat(listed(read(feed)).links().get(0).publishedAt()).as(feed).isEqualTo(expected);
    }
  }

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
    Listing listing = read(junk.formatted(feed));
    assertThat(urls(listing)).containsExactly("https://a.org/x?a=1&b=2");
    assertThat(listed(listing).links().get(0).title()).isEqualTo("Café & R&D");
    assertThat(listed(listing).repaired()).isTrue();
  }

  @Test
  void mendsJunkEntitiesAmpersandsAndControlCharacters() {
    Listing listing =
        read(
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
        read(
            """
            <rss version="2.0"><channel><title>T</title>
            <item><title>One</title><link>https://a.org/1</link><pubDate>Tue, 24 Nov 2026 09:30:00 GMT</pubDate></item>
            <item><title>Two</title><link>https://a.org/2</link></item>
            <item><title>Thr""");
    assertThat(urls(listing)).containsExactly("https://a.org/1", "https://a.org/2");
    assertThat(listed(listing).links().get(0).publishedAt()).isEqualTo("2026-11-24T09:30:00Z");
  }

  @Test
  void readsAFeedWithPrefixesItNeverDeclares() {
    Listing listing =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>
            <media:thumbnail url="x.jpg"/><link rel="enclosure" href="/a.mp3"/><link href="/one"/>
            </entry></feed>""");
    assertThat(urls(listing)).containsExactly("https://news.example.org/one");
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

  @Test
  void readsNoFileAndNoAddressOnBehalfOfAFeed() {
    Listing listing =
        read(
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">
            <!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]>
            <rss version="2.0"><channel><title>&file;</title><link>https://a.org</link><description/>
            <item><title>&file;</title><link>https://a.org/1</link></item></channel></rss>""");
    assertThat(listed(listing).links())
        .containsExactly(new Link("https://a.org/1", "&file;", null, null));
  }

  @Test
  void expandsNoEntityBomb() {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    bomb.append(
        "]><rss version=\"2.0\"><channel><title>&a29;</title><link>https://a.org</link><description/>"
            + "<item><title>&a29;</title><link>https://a.org/1</link></item></channel></rss>");
    assertThat(listed(read(bomb.toString())).links())
        .containsExactly(new Link("https://a.org/1", "&a29;", null, null));
  }

  @Test
  void survivesNestingWithoutEnd() {
    String deep = "<a>".repeat(200_000);
    assertThat(
            urls(
                read(
                    "<rss version=\"2.0\"><channel><item><link>https://a.org/1</link></item>"
                        + deep)))
        .containsExactly("https://a.org/1");
    assertThat(reason(read("{\"items\":" + "[".repeat(200_000))))
        .isEqualTo(UnlistedReason.MALFORMED);
  }

  @Test
  void takesTimeInProportionToUnclosedMarkup() {
    String hostile =
        "<rss>" + "<![CDATA[".repeat(100_000) + "&".repeat(100_000) + "<!--".repeat(100_000);
    assertThat(reason(read(hostile))).isEqualTo(UnlistedReason.MALFORMED);
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
        read(
            """
            {"items":[{"url":"javascript:alert(1)"},{"url":"mailto:a@b.org"},{"url":"ftp://a.org/1"},
            {"url":"http://a.org/1?utm_source=rss"},{"url":"https://a.org/1#top"},{"url":"https://news.example.org/feeds/all"}]}""");
    assertThat(urls(listing)).containsExactly("http://a.org/1");
  }

  @Test
  void prefersTheOutletsAddressToFeedBurners() {
    Listing listing =
        read(
            """
            <rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
            <title>T</title><link>https://a.org</link><description/><item>
            <link>http://feedproxy.example/~r/1</link><feedburner:origLink>https://a.org/1</feedburner:origLink>
            </item></channel></rss>""");
    assertThat(urls(listing)).containsExactly("https://a.org/1");
  }

  @Test
  void listsNothingForAnEmptyFeed() {
    assertThat(
            urls(
                read(
                    "<rss version=\"2.0\"><channel><title>T</title><link>https://a.org</link>"
                        + "<description/></channel></rss>")))
        .isEmpty();
  }

  @Test
  void saysWhatIsNoFeed() {
    assertThat(reason(read(" \n"))).isEqualTo(UnlistedReason.EMPTY);
    assertThat(reason(read("<!doctype html><html><body><a href='/x'>x</a></body></html>")))
        .isEqualTo(UnlistedReason.NOT_A_LISTING);
    assertThat(reason(read("{\"a\":1}"))).isEqualTo(UnlistedReason.NOT_A_LISTING);
    assertThat(reason(read("{\"items\":["))).isEqualTo(UnlistedReason.MALFORMED);
    assertThat(reason(read("<rss version='2.0'><channel><title>T")))
        .isEqualTo(UnlistedReason.MALFORMED);
    byte[] noise = new byte[5_000];
    new java.util.Random(7).nextBytes(noise);
    assertThat(reason(FeedListing.read(noise, "image/png", BASE, PLENTY)))
        .isEqualTo(UnlistedReason.NOT_A_LISTING);
  }
}
