package io.keeling.ingest.listing;

import static io.keeling.ingest.listing.Listings.feed;
import static io.keeling.ingest.listing.Listings.urls;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of an entry's addresses is its page, and what relative ones count from. */
class FeedLinkListingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='self' href='/api/1'/><link rel='alternate' href='https://a.org/1'/>",
        "<link rel='alternate' type='application/json' href='/1.json'/><link rel='alternate' type='text/html' href='https://a.org/1'/>",
        "<link rel='enclosure' href='/1.mp3'/><link href='https://a.org/1'/>",
        "<link rel='ALTERNATE' href='https://a.org/1'/>",
        "<link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.org/1'/>",
        "<link rel='alternate'>https://a.org/1</link>",
        "<link href='  https://a.org/1\n'/>",
        "<link href=''/><id>https://a.org/1</id>",
        "<link rel='enclosure' href='/1.mp3'/><id>https://a.org/1</id>",
        "<link href='mailto:a@b.org'/><id>https://a.org/1</id>"
      })
  void takesThePageOfAnAtomEntry(String links) {
    for (String root :
        new String[] {
          "<feed xmlns='http://www.w3.org/2005/Atom'>",
          "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>",
          "<feed>"
        }) {
      assertThat(urls(feed(root + "<entry><title>a</title>" + links + "</entry></feed>")))
          .as(root)
          .containsExactly("https://a.org/1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<LINK>https://a.org/1</LINK>",
        "<link href='https://a.org/1'/>",
        "<link>\n<![CDATA[ https://a.org/1 ]]>\n</link>",
        "<a:link xmlns:a='http://www.w3.org/2005/Atom' href='https://a.org/1'/>",
        "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='/feed'/><link>https://a.org/1</link>",
        "<link/><guid>https://a.org/1</guid>",
        "<guid isPermaLink='true'>https://a.org/1</guid>",
        "<guid>17</guid><link>https://a.org/1</link>",
        "<link rdf:resource='https://a.org/1'/>",
        "<textInput><link>/search</link></textInput><link>https://a.org/1</link>",
        "<media:content><link>/film</link></media:content><link>https://a.org/1</link>",
        "<link>https://proxy.example/1</link><feedburner:origLink>https://a.org/1</feedburner:origLink>"
      })
  void takesThePageOfAnItem(String links) {
    for (String version : new String[] {"0.91", "2.0"}) {
      assertThat(
              urls(
                  feed(
                      "<rss version='%s'><channel><item><title>a</title>%s</item></channel></rss>"
                          .formatted(version, links))))
          .containsExactly("https://a.org/1");
    }
  }

  @Test
  void takesTheNameOfAnItemOfRss1WithoutALink() {
    assertThat(
            urls(
                feed(
                    """
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                      xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://a.org/"/>
                    <item rdf:about="https://a.org/1"><title>a</title></item></rdf:RDF>""")))
        .containsExactly("https://a.org/1");
  }

  @Test
  void readsAnAddressThatWasEscapedTwice() {
    assertThat(
            urls(
                feed(
                    "<rss><channel><item><link>https://a.org/1?a=1&amp;amp;b=2</link></item></channel></rss>")))
        .containsExactly("https://a.org/1?a=1&b=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://b.org/x/ | -  | -          | https://b.org/x/1
          https://b.org/x/ | y/ | -          | https://b.org/x/y/1
          https://b.org/x/ | y/ | z/         | https://b.org/x/y/z/1
          -                | y/ | -          | https://news.example.org/feeds/y/1
          -                | -  | /z/        | https://news.example.org/z/1
          https://b.org/x/ | ../| mailto:a@b | https://b.org/1
          file:///etc/     | -  | -          | https://news.example.org/feeds/1
          """)
  void countsRelativeAddressesFromTheBaseAroundThem(
      String root, String entry, String link, String expected) {
    String atom = "<feed%s><entry%s><title>a</title><link%s href='1'/></entry></feed>";
    String rss = "<rss%s><channel%s><item><title>a</title><link%s>1</link></item></channel></rss>";
    for (String form : new String[] {atom, rss}) {
      assertThat(urls(feed(form.formatted(base(root), base(entry), base(link)))))
          .containsExactly(expected);
    }
  }

  private static String base(String base) {
    return base == null ? "" : " xml:base='" + base + "'";
  }
}
