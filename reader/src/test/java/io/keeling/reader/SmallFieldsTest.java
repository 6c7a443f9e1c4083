package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section, keywords, image, paywall, canonical address, outlet, language. */
class SmallFieldsTest {

  private static final String URL =
      "https://www.quay.example.org/news/piers?page=1&utm_source=feed";

  private static final String PARAGRAPHS =
      """
      <p>The two old piers at the mouth of the harbour will be joined by a third before the winter.</p>
      <p>Ships will have less room to turn, the pilots say, and more time to think about it.</p>
      <p>The town has asked the pilots to draw a line on the chart where the turning must begin.</p>
      """;

  @Test
  void theArticlesOwnWordOnItsPriceGoesBeforeThatOfItsParts() {
    Article article =
        read(
            jsonLd(
                "'isAccessibleForFree':'http://schema.org/True','hasPart':{'@type':'WebPageElement','isAccessibleForFree':'False','cssSelector':'.more'}"),
            PARAGRAPHS);

    assertThat(article.free()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'isAccessibleForFree':false",
        "'isAccessibleForFree':'False'",
        "'isAccessibleForFree':'https://schema.org/False'",
        "'hasPart':{'@type':'WebPageElement','isAccessibleForFree':false,'cssSelector':'.more'}"
      })
  void believesAPageThatSaysItIsNotFree(String property) {
    Article article = read(jsonLd(property), PARAGRAPHS);

    assertThat(article.free()).isFalse();
    assertThat(article.provenance().fields()).containsEntry("free", "json-ld:isAccessibleForFree");
  }

  @Test
  void readsThePriceFromMicrodataAndTiers() {
    assertThat(read("<meta itemprop='isAccessibleForFree' content='false'>", PARAGRAPHS).free())
        .isFalse();
    assertThat(read("<meta property='article:content_tier' content='metered'>", PARAGRAPHS).free())
        .isFalse();
    assertThat(read("<meta property='article:content_tier' content='free'>", PARAGRAPHS).free())
        .isTrue();
  }

  @Test
  void seesThatAShortTextEndsInAnOfferWhateverATemplateSays() {
    String offer =
        "<div><p>Already a subscriber? Log in to continue reading this article.</p></div>";

    assertThat(read(jsonLd("'isAccessibleForFree':true"), PARAGRAPHS + offer).free()).isFalse();
    assertThat(read("", PARAGRAPHS.repeat(12) + offer).free()).isTrue();
  }

  @Test
  void takesTheLeadImageWithCaptionAndCreditOfItsFigure() {
    Article article =
        read(
            "<meta property='og:image' content='/img/piers.jpg'>",
            "<figure><img src='/img/piers.jpg'><figcaption>The piers at low water. Photo: A. M. Sund</figcaption></figure>"
                + PARAGRAPHS);

    assertThat(article.image().url()).isEqualTo("https://www.quay.example.org/img/piers.jpg");
    assertThat(article.image().caption()).isEqualTo("The piers at low water.");
    assertThat(article.image().credit()).isEqualTo("A. M. Sund");
    assertThat(article.text()).doesNotContain("low water");
  }

  @Test
  void takesTheCaptionThatOnlyTheMetadataGive() {
    Article article =
        read(
            jsonLd(
                "'image':{'@type':'ImageObject','url':'/img/piers.jpg','caption':'The piers.','creditText':'Nils Aaby'}"),
            PARAGRAPHS);

    assertThat(article.image().caption()).isEqualTo("The piers.");
    assertThat(article.image().credit()).isEqualTo("Nils Aaby");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/img/site-logo.png",
        "/blank.gif",
        "/i/placeholder_16x9.jpg",
        "data:image/png;base64,AA"
      })
  void aLogoOrAnEmptyPictureIsNoLeadImage(String address) {
    String logo = "<meta property='og:image' content='%s'>".formatted(address);

    assertThat(read(logo, PARAGRAPHS).image()).isNull();
    assertThat(
            read(logo + "<meta name='twitter:image' content='/img/piers.jpg'>", PARAGRAPHS)
                .image()
                .url())
        .endsWith("piers.jpg");
  }

  @Test
  void thePortraitOfTheAuthorGivesNoCaption() {
    Article article =
        read(
            "<meta property='og:image' content='/img/piers.jpg'>",
            "<div class='author'><img src='/me.jpg'><span class='caption'>By Marta Lindqvist, who writes about harbours</span></div>"
                + PARAGRAPHS);

    assertThat(article.image().caption()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Coast|Coast",
        "Arts, Books & Music|Arts, Books & Music",
        "Quay Post,Coast,News|Coast",
        "Quay Post|",
        "https://www.quay.example.org/coast|"
      })
  void aSectionIsOneNameAndNotTheOutlets(String declared, String section) {
    assertThat(read(jsonLd("'articleSection':'" + declared + "'"), PARAGRAPHS).section())
        .isEqualTo(section);
  }

  @Test
  void keywordsAreSplitOnceAndKeptInOrder() {
    assertThat(
            read("<meta name='keywords' content='piers, harbour;pilots, piers ,'>", PARAGRAPHS)
                .keywords())
        .containsExactly("piers", "harbour", "pilots");
    assertThat(read(jsonLd("'keywords':['piers','tides &amp; moons']"), PARAGRAPHS).keywords())
        .containsExactly("piers", "tides & moons");
  }

  @ParameterizedTest
  @CsvSource({
    "https://quay.example.org/news/piers,https://quay.example.org/news/piers",
    "/news/piers#top,https://www.quay.example.org/news/piers",
    "//m.quay.example.org/news/piers,https://m.quay.example.org/news/piers",
    "http://www.quay.example.org/news/piers,https://www.quay.example.org/news/piers",
    "https://www.quay.example.org/,https://www.quay.example.org/news/piers?page=1",
    "https://other.example/news/piers,https://www.quay.example.org/news/piers?page=1",
    "javascript:void(0),https://www.quay.example.org/news/piers?page=1",
    "http://[::,https://www.quay.example.org/news/piers?page=1"
  })
  void theCanonicalAddressIsAbsoluteSaneAndOfTheSameSite(String declared, String canonical) {
    assertThat(read("<link rel='canonical' href='" + declared + "'>", PARAGRAPHS).canonicalUrl())
        .isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.quay.example.org",
        "All that the sea brings in and all that it takes away, told by those who live beside it"
      })
  void anAddressOrAMottoIsNoNameOfAnOutlet(String name) {
    Article article =
        read("<meta property='og:site_name' content='%s'>".formatted(name), PARAGRAPHS);

    assertThat(article.source().name()).isNotEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"de,en,common-words", "en-GB,en,declared-and-confirmed", "'',en,common-words"})
  void theTextsLanguageWinsOverTheDeclaredOneWhereItIsSure(
      String declared, String language, String rule) {
    Article article =
        read("<meta http-equiv='content-language' content='" + declared + "'>", PARAGRAPHS);

    assertThat(article.language()).isEqualTo(language);
    assertThat(article.provenance().fields()).containsEntry("language", rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var page = {\"datePublished\": \"2026-03-04T08:30:00\"}",
        "push({'pub_date':'2026-03-04'})",
        "state=\"{&quot;publishDate&quot;:&quot;2026-03-04&quot;}\"",
        "x = '{\\\"created_at\\\":\\\"2026-03-04 08:30\\\"}'"
      })
  void findsADateUnderATellingNameInAScriptWhereNothingElseGivesOne(String script) {
    String noise = "var a = ['11-2', '1.2.3.4', \"10/10\"];".repeat(2_000);

    assertThat(read("", "<script>" + noise + script + "</script>" + PARAGRAPHS).publishedAt().day())
        .hasToString("2026-03-04");
  }

  private static String jsonLd(String properties) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A third pier\",\"publisher\":{\"name\":\"Quay Post\"},"
        + properties.replace('\'', '"')
        + "}</script>";
  }

  private static Article read(String head, String body) {
    String html =
        "<html><head><title>A third pier</title>%s</head><body><article><h1>A third pier</h1>%s</article></body></html>"
            .formatted(head, body);
    return PagesOfOurs.article(html, URL);
  }
}
