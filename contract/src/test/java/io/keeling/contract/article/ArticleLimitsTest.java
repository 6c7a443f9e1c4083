package io.keeling.contract.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.schema.SchemaFiles;
import io.keeling.contract.serde.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleLimitsTest {

  private static final Instant FETCHED = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void everythingThatIsShownOfAHostileArticleIsWhatTheSchemaAllows() {
    Article kept = ArticleLimits.within(hostile("word \uD800\u0000\u202E".repeat(10_000)));

    JsonNode json = Json.MAPPER.valueToTree(kept);
    assertThat(SchemaFiles.problems(SchemaFiles.today("article-1"), json)).isEmpty();
    assertThat(kept.title()).hasSizeBetween(480, ArticleLimits.TITLE).endsWith("\u2026");
    assertThat(kept.authors()).isEmpty();
    assertThat(kept.section()).isNull();
    assertThat(kept.title()).doesNotContain("\u202E");
    assertThat(json.toString()).doesNotContain("\uD800", "\\u0000");
  }

  @Test
  void aFloodOfAuthorsAndKeywordsIsItsFirst() {
    Article kept =
        ArticleLimits.within(
            withLists(
                Collections.nCopies(1_000_000, "Ada Okoye"),
                IntStream.range(0, 1_000_000).mapToObj(i -> "k" + i).toList()));

    assertThat(kept.authors()).hasSize(ArticleLimits.AUTHORS);
    assertThat(kept.keywords()).hasSize(ArticleLimits.KEYWORDS).startsWith("k0", "k1");
  }

  @Test
  void whatIsWithinTheLimitsStaysAsItIs() {
    Article article =
        withLists(
            List.of("Ada Okoye", "\u05D3\u05E0\u05D4 \u05DC\u05D5\u05D9"), List.of("net zero"));

    assertThat(ArticleLimits.within(article)).isEqualTo(article);
  }

  @Test
  void theTextKeepsItsLength() {
    Article article = hostile("river \uDC00 rises ");

    assertThat(ArticleLimits.within(article).text()).isEqualTo("river \uFFFD rises ");
  }

  @Test
  void whatIsCutOnceIsNotCutAgain() {
    Article once = ArticleLimits.within(hostile("a\u0301\u200D\uD800 ".repeat(10_000)));

    assertThat(ArticleLimits.within(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01, false",
    "1899-12-31, false",
    "1900-01-01, true",
    "2026-11-25, true",
    "2026-11-26, false",
    "9999-12-31, false"
  })
  void aDateThatCannotBeIsNone(String date, boolean kept) {
    Article article = dated(NewsDate.parse(date));

    assertThat(ArticleLimits.within(article).publishedAt() != null).isEqualTo(kept);
    assertThat(ArticleLimits.within(article).modifiedAt() != null).isEqualTo(kept);
  }

  private static Article hostile(String text) {
    return article(
        text,
        List.of(text),
        List.of(text),
        null,
        new Outlet(text, text, text),
        new Image("https://example.org/" + text, text, text),
        new Provenance(
            text,
            IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> i + text, i -> text))));
  }

  private static Article withLists(List<String> authors, List<String> keywords) {
    return article(
        "Rain",
        authors,
        keywords,
        null,
        new Outlet("example", "The Example", "example.org"),
        new Image("https://example.org/i.jpg", "A river", null),
        new Provenance("test/1", Map.of("title", "h1")));
  }

  private static Article dated(NewsDate date) {
    return article(
        "Rain", List.of(), List.of(), date, new Outlet("e", "E", "e.org"), null, Provenance.NONE);
  }

  private static Article article(
      String text,
      List<String> authors,
      List<String> keywords,
      NewsDate date,
      Outlet outlet,
      Image image,
      Provenance provenance) {
    return Article.builder("https://example.org/a", outlet, text, text, FETCHED)
        .identity("0".repeat(32), "1".repeat(32))
        .subtitle(text)
        .correctionNote(text)
        .authors(authors)
        .dates(date, date)
        .language(text.length() > 20 ? text : "en")
        .subjects(text, keywords)
        .image(image)
        .provenance(provenance)
        .build();
  }
}
