package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.reader.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An article has the same address whether it is asked for, read or imported. */
class OneAddressTest {

  private static final String TEXT =
      "<p>The harbour has asked for new piers since the storm of the last winter, and the town that lives of it has begun to count what they would cost.</p>"
          + "<p>Pilots say that the old ones move under every ferry, and that nobody can moor there while the wind comes from the north, which it does for most of autumn.</p>"
          + "<p>A council of nine will decide in spring. Two of its members own boats, and have promised to leave the room when the vote is taken and the price is named.</p>"
          + "<p>Until then a fence keeps visitors away. Fishermen climb over it before dawn, as their fathers did, and come back with less in their baskets than they used to.</p>";

  @Test
  void twoArticlesThatAParameterTellsApartAreTwo() {
    Article first = read("https://news.example/article.php?cid=123", "");
    Article second = read("https://news.example/article.php?cid=456", "");

    assertThat(first.canonicalUrl()).isEqualTo("https://news.example/article.php?cid=123");
    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cid", "ref", "source", "id", "cmp", "share", "referrer", "at_id", "pk_id"})
  void whatMayNameAPageStaysUnlessThePageSaysThatItDoesNot(String name) {
    String address = "https://news.example/piers?" + name + "=7";
    String canonical = "<link rel=canonical href='https://news.example/piers'>";

    assertThat(read(address, "").canonicalUrl()).isEqualTo(address);
    assertThat(read(address, canonical).canonicalUrl()).isEqualTo("https://news.example/piers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utm_source=x&utm_medium=y",
        "fbclid=x",
        "gad_source=1&gclid=x",
        "mc_eid=x&mc_cid=y",
        "at_medium=rss&at_campaign=x",
        "ns_mchannel=rss",
        "pk_campaign=x",
        "xtor=RSS-1",
        "__twitter_impression=true",
        "_hsenc=x&hsCtaTracking=y"
      })
  void whatOnlyTracksIsNoPartOfTheAddress(String query) {
    assertThat(read("https://news.example/piers?" + query, "").canonicalUrl())
        .isEqualTo("https://news.example/piers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://News.Example:443/piers?b=2&a=1#top",
        "https://news.example/100%",
        "https://news.example/%7eharbour/%c3%a4?x=%c3%a4",
        "https://b\u00fccher.example/\u00e4",
        "https://news.example/a/../piers",
        "https://news.example/piers?cid=1&utm_source=x&empty=&&flag",
        "http://news.example:8080/piers/",
        "https://news.example/piers;jsessionid=1F?x=1",
      })
  void anAddressIsReadInTheFormInWhichItIsAskedFor(String written) {
    String asked = CanonicalUrl.of(written).orElseThrow().text();

    assertThat(read(written, "").canonicalUrl()).isEqualTo(asked);
    assertThat(read(written, "<link rel=canonical href='" + written + "'>").canonicalUrl())
        .isEqualTo(asked);
    assertThat(read(null, "<meta property='og:url' content='" + written + "'>").canonicalUrl())
        .isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "https://m.news.example.org/piers,https://www.news.example.org/piers",
    "https://www.news.example/amp/piers,https://www.news.example/piers",
    "https://www.news.example/piers?outputType=amp,https://www.news.example/piers",
    "http://news.example/piers,https://news.example/piers",
    "https://news.example/piers?page=1,https://news.example/piers"
  })
  void anotherEditionOfThePageIsTheSameArticleWhereThePageSaysSo(String fetched, String canonical) {
    assertThat(read(fetched, "<link rel=canonical href='" + canonical + "'>").id())
        .isEqualTo(read(canonical, "").id());
  }

  @Test
  void noBlogTakesTheAddressOfAnotherOnTheSameSite() {
    String other = "<link rel=canonical href='https://other.blogspot.com/piers'>";

    assertThat(read("https://greenblog.blogspot.com/piers", other).canonicalUrl())
        .isEqualTo("https://greenblog.blogspot.com/piers");
  }

  @Test
  void anAddressThatNamesThePageByItsFragmentAloneIsNone() {
    String canonical = "<link rel=canonical href='https://news.example/#!/piers'>";

    assertThat(read("https://news.example/show?page=piers", canonical).canonicalUrl())
        .isEqualTo("https://news.example/show?page=piers");
  }

  @ParameterizedTest
  @CsvSource({
    "https://greenblog.blogspot.com/piers,greenblog.blogspot.com",
    "https://b\u00fccher.example/piers,xn--bcher-kva.example",
    "https://www.quay.co.uk/piers,quay.co.uk"
  })
  void anOutletThatNoSourceNamesIsItsDomain(String url, String domain) {
    assertThat(read(url, "").source().domain()).isEqualTo(domain);
    assertThat(read(url, "").source().id()).isEqualTo(domain);
  }

  private static Article read(String url, String head) {
    String html =
        "<html lang=en><head><meta charset=utf-8><title>New piers</title>%s</head><body><article><h1>New piers</h1>%s</article></body></html>"
            .formatted(head, TEXT);
    RawPage page =
        new RawPage(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            url,
            null,
            Instant.parse("2026-11-24T10:00:00Z"));
    return ((Reading.Readable) new ArticleReader().read(page)).article();
  }
}
