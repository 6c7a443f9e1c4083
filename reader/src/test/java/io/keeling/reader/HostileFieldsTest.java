package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.serde.ContractSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that no line of a page could show, and characters that no database takes. */
class HostileFieldsTest {

  private static final String TEXT =
      """
      <p>The harbour gauge read four centimetres above its old record on Monday, the port said.</p>
      <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
      <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"&#xD800;", "&#xDFFF;", "&#55296;", "\uD800", "&#0;", "\u0000", "&#x80000000;"})
  void halfASurrogatePairOrNulIsReplacedWhereverItStands(String bad) {
    Article article =
        read(
            "<title>Tide %1$s gauges rise</title><meta name=author content='Ada %1$s Okoye'>"
                    .formatted(bad)
                + "<meta property=og:site_name content='The %1$s Harbour'>".formatted(bad)
                + "<meta name=keywords content='sea %1$s level'>".formatted(bad)
                + "<meta property=article:section content='Sea %1$s'>".formatted(bad)
                + "<meta property=og:image content='https://harbour.example/%1$s.jpg'>"
                    .formatted(bad)
                + "<link rel=canonical href='https://harbour.example/tide%1$s'>".formatted(bad),
            "<article><h1>Tide %1$s gauges rise</h1>".formatted(bad)
                + TEXT.replace("gauge", "gauge" + bad)
                + "</article>");

    assertStorable(article);
    assertThat(article.text()).startsWith("The harbour gauge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udfff", "\\u0000"})
  void whatJsonEscapesIsReplacedToo(String bad) {
    Article article =
        read(
            """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tide %1$s rises",
             "articleSection": "Sea %1$s", "keywords": ["a%1$s"], "url": "https://harbour.example/tide%1$s",
             "author": {"@type": "Person", "name": "Ada Okoye%1$s"},
             "image": {"url": "https://harbour.example/a.jpg", "caption": "The %1$s quay", "creditText": "%1$sA"},
             "articleBody": "%1$s The harbour gauge read four centimetres above its record %1$s."}</script>
            """
                .formatted(bad),
            TEXT);

    assertStorable(article);
    assertThat(article.title()).isEqualTo("Tide \uFFFD rises");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--", "-", "_", "en-", "-_-US", "en-XXXX-DE-", "en-US"})
  void aLanguageThatIsNoneLeavesTheDay(String lang) {
    Article article =
        read(
            "<meta property=article:published_time content='2026-11-20T12:00:00Z'>",
            "</body></html><html lang='%s'><body>".formatted(lang) + TEXT);

    assertThat(article.publishedAt().day()).isEqualTo(LocalDate.parse("2026-11-20"));
  }

  @Test
  void aTitleOfAMillionCharactersIsCutAfterAWord() {
    String title = "gauge ".repeat(175_000);

    Article article =
        read("<title>%s</title>".formatted(title), "<h1>%s</h1>".formatted(title) + TEXT);

    assertThat(article.title()).hasSizeBetween(490, ArticleLimits.TITLE).endsWith("gauge\u2026");
    assertThat(article.version()).isEqualTo(version(article));
  }

  @Test
  void aFloodOfAuthorsKeywordsAndRulesIsBounded() {
    String authors =
        String.join(
            ",", Collections.nCopies(20_000, "{'@type': 'Person', 'name': 'Ada %d Okoye'}"));
    for (int i = 0; i < 3; i++) {
      authors = authors.replaceFirst("%d", "Bo" + (char) ('a' + i));
    }
    String keywords = "tide,".repeat(1_000_000);

    Article article =
        read(
            "<title>Tide gauges rise</title><script type='application/ld+json'>{'@type':"
                + " 'NewsArticle','author': ["
                + authors
                + "]}</script><meta name=keywords content='"
                + keywords
                + "'>",
            "<div itemprop='datePublished"
                + "x".repeat(1_000_000)
                + "' content='2026-11-20'></div>"
                + TEXT);

    assertThat(article.authors()).hasSizeLessThanOrEqualTo(ArticleLimits.AUTHORS);
    assertThat(article.keywords()).hasSizeLessThanOrEqualTo(ArticleLimits.KEYWORDS);
    assertThat(ContractSerdes.ARTICLE.serialize("t", article)).hasSizeLessThan(20_000);
  }

  @Test
  void aTitleCannotTurnTheLinesAroundIt() {
    Article article =
        read(
            "",
            "<h1>Tide \u202Esegu\u202C gauges \u2066rise\u2069\u200B\u200B\u200B again</h1>"
                + TEXT);

    assertThat(article.title()).isEqualTo("Tide segu gauges rise again");
  }

  @Test
  void aTextOfOneCharacterBeyondAllPlanesHasNoLanguage() {
    String last = new String(Character.toChars(0x10FFFF));

    Article article =
        read(
            "<title>Last</title>",
            "<article><p>"
                + last.repeat(600)
                + "</p><p>"
                + "wxq vzk ".repeat(60)
                + "</p></article>");

    assertThat(article.language()).isEqualTo("und");
  }

  @Test
  void megabytesOfNestedJsonAreReadWithoutIt() {
    Article article =
        read(
            "<title>Tide gauges rise</title><script type='application/ld+json'>"
                + "{\"@type\":\"NewsArticle\",\"a\":[".repeat(400_000)
                + "</script><script type='application/ld+json'>"
                + "[".repeat(1_900_000)
                + "</script>",
            TEXT);

    assertThat(article.title()).isEqualTo("Tide gauges rise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"99999999-99-99", "9999-12-31", "+100000007-01-01", "0000-00-00", "1899-12-31"})
  void aDateThatCannotBeIsNone(String date) {
    Article article =
        read(
            "<meta property=article:published_time content='%s'>".formatted(date)
                + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"%1$s\",\"dateModified\":\"%1$s\"}</script>"
                    .formatted(date),
            TEXT);

    assertThat(article.publishedAt()).isNull();
    assertThat(article.modifiedAt()).isNull();
  }

  private static void assertStorable(Article article) {
    String json =
        new String(ContractSerdes.ARTICLE.serialize("t", article), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("\\uD", "\\u00").doesNotMatch("(?s).*\\\\ud[89a-f].*");
    assertThat(article).isEqualTo(ArticleLimits.within(article));
    assertThat(article.id()).isEqualTo(ArticleIds.id(article.canonicalUrl()));
    assertThat(article.version()).isEqualTo(version(article));
  }

  private static String version(Article article) {
    return ArticleIds.version(
        article.title(),
        article.text(),
        article.authors(),
        article.publishedAt(),
        article.modifiedAt(),
        null);
  }

  private static Article read(String head, String body) {
    String html = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    RawPage page =
        new RawPage(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html",
            "https://harbour.example/tide",
            null,
            Instant.parse("2026-11-24T00:00:00Z"));
    Reading reading = new ArticleReader().read(page);
    assertThat(reading).isInstanceOf(Reading.Readable.class);
    return ((Reading.Readable) reading).article();
  }
}
