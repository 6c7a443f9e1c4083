package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which one and the same entry is written. */
class FeedDialectListingTest {

  private static final ListedLink ONE =
      new ListedLink("https://a.org/1", "One", Instant.parse("2026-11-24T08:30:00Z"), null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel>%s</channel></rss>",
        "<rss version='0.90'><channel>%s</channel></rss>",
        "<rss version='0.94'><channel>%s</channel></rss>",
        "<rss version='RSS 2.0'><channel>%s</channel></rss>",
        "<RSS VERSION='2.0'><CHANNEL>%s</CHANNEL></RSS>",
        "<rss version='2.0'><channel><title>T</title></channel>%s</rss>",
        "<rss version='2.0' xmlns='http://backend.userland.com/RSS2'><channel>%s</channel></rss>",
        "<rss version='2.0' xmlns='http://own.example/ns'><channel>%s</channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            + "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/>%s</rdf:RDF>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            + "xmlns='http://purl.org/rss/1.0/'><channel>%s</channel></rdf:RDF>",
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel/>%s</rdf:RDF>",
        "<Channel xmlns='http://purl.org/net/rss1.1#'><items>%s</items></Channel>",
        "<answer><rss version='2.0'><channel>%s</channel></rss></answer>"
      })
  void readsRssUnderEveryRoot(String root) {
    String item =
        "<item><title>One</title><link>https://a.org/1</link>"
            + "<pubDate>Tue, 24 Nov 2026 08:30:00 GMT</pubDate></item>";
    assertThat(listed(feed(root.formatted(item))).links()).containsExactly(ONE);
    assertThat(listed(feed(root.formatted(""))).links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feed>%s</feed>",
        "<FEED>%s</FEED>",
        "<feed version='0.2' xmlns='http://purl.org/atom/ns#'>%s</feed>",
        "<feed xmlns='http://purl.org/atom/ns#draft-ietf-atompub-format-08'>%s</feed>",
        "<feed xmlns='https://www.w3.org/2005/Atom'>%s</feed>",
        "<feed xmlns='http://own.example/ns'>%s</feed>",
        "%s"
      })
  void readsAtomUnderEveryRoot(String root) {
    for (String date : new String[] {"published", "issued", "created"}) {
      String entry =
          "<entry><title>One</title><link href='https://a.org/1'/><id>tag:1</id>"
              + "<%s>2026-11-24T08:30:00Z</%s></entry>".formatted(date, date);
      assertThat(listed(feed(root.formatted(entry))).links()).containsExactly(ONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xmlns:x='http://www.w3.org/2005/Atom'",
        "xmlns:x='http://purl.org/atom/ns#'",
        "xmlns:x='http://own.example/ns'",
        ""
      })
  void readsAFeedWhoseEveryElementHasAPrefix(String declaration) {
    Listing atom =
        feed(
            """
            <x:feed %s xmlns:z="http://other.example/ns"><x:entry>
            <z:title>Other</z:title><x:title>One</x:title>
            <z:link>https://z.org/</z:link><x:link href="https://a.org/1"/>
            <x:published>2026-11-24T08:30:00Z</x:published></x:entry></x:feed>\
            """
                .formatted(declaration));
    Listing rss =
        feed(
            """
            <x:rss version="2.0" %s xmlns:z="http://other.example/ns"><x:channel><x:item>
            <z:title>Other</z:title><x:title>One</x:title>
            <z:link>https://z.org/</z:link><x:link>https://a.org/1</x:link>
            <x:pubDate>Tue, 24 Nov 2026 08:30:00 GMT</x:pubDate></x:item></x:channel></x:rss>\
            """
                .formatted(declaration));
    assertThat(listed(atom).links()).containsExactly(ONE);
    assertThat(listed(rss).links()).containsExactly(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dcterms:issued>%s</dcterms:issued>",
        "<dcterms:created>%s</dcterms:created>",
        "<a:published>%s</a:published>",
        "<prism:publicationDate>%s</prism:publicationDate>",
        "<pubDate>soon</pubDate><dc:date>%s</dc:date>",
        "<PUBDATE>%s</PUBDATE>",
        "<published>%s</published>"
      })
  void readsTheDateOfOtherVocabularies(String date) {
    String item =
        "<item><title>One</title><link>https://a.org/1</link>%s</item>"
            .formatted(date.formatted("2026-11-24T08:30:00Z"));
    String declarations =
        """
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
        xmlns:a="http://www.w3.org/2005/Atom"
        xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/\"\
        """;
    assertThat(
            listed(feed("<rss %s><channel>%s</channel></rss>".formatted(declarations, item)))
                .links())
        .containsExactly(ONE);
  }

  @Test
  void readsWhenAnEntryOfRssChangedLast() {
    Listing listing =
        feed(
            """
            <rss version="2.0"><channel><item><title>One</title><link>https://a.org/1</link>
            <pubDate>Tue, 24 Nov 2026 08:30:00 GMT</pubDate>
            <dcterms:modified>2026-11-25T08:30:00Z</dcterms:modified>
            <x:date>2001-01-01</x:date></item></channel></rss>\
            """);
    assertThat(listed(listing).links())
        .containsExactly(
            new ListedLink(
                ONE.url(), ONE.title(), ONE.publishedAt(), Instant.parse("2026-11-25T08:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<CHANNEL HREF='https://a.org/'>%s</CHANNEL>",
        "<channel href='https://a.org/'><title>T</title>%s</channel>",
        "<!DOCTYPE Channel SYSTEM 'http://nowhere.invalid/channel.dtd'>"
            + "<Channel><CHANNEL><TITLE>Inner</TITLE>%s</CHANNEL></Channel>",
        "<CHANNEL BASE='https://a.org/x/'>%s</CHANNEL>"
      })
  void readsCdf(String channel) {
    String item =
        "<ITEM HREF='https://a.org/1' LASTMOD='2026-11-24T08:30:00Z'><TITLE>One</TITLE></ITEM>";
    assertThat(listed(feed(channel.formatted(item))).links())
        .containsExactly(new ListedLink(ONE.url(), "One", null, ONE.publishedAt()));
    String named = "<ITEM><A HREF='https://a.org/1'>One</A><TITLE>One</TITLE></ITEM>";
    assertThat(listed(feed(channel.formatted(named))).links())
        .containsExactly(new ListedLink(ONE.url(), "One", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>A <b>bold</b> claim</title>",
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>bold</b>"
            + " claim</div></title>",
        "<title mode='base64' type='text/html'>QSA8Yj5ib2xkPC9iPiBjbGFpbQ==</title>",
        "<dc:title>A bold claim</dc:title>",
        "<TITLE>A bold claim</TITLE>",
        "<title/><title>A bold claim</title>",
        "<media:title>Film</media:title><title>A bold claim</title>"
      })
  void readsTheTitleInEveryForm(String title) {
    Listing rss =
        feed(
            "<rss><channel><item>%s<link>https://a.org/1</link></item></channel></rss>"
                .formatted(title));
    Listing atom =
        feed("<feed><entry>%s<link href='https://a.org/1'/></entry></feed>".formatted(title));
    assertThat(listed(rss).links().get(0).title()).isEqualTo("A bold claim");
    assertThat(listed(atom).links().get(0).title()).isEqualTo("A bold claim");
  }
}
