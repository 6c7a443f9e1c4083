package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One page of each shape that readers stumble over. */
class PageShapesTest {

  private static final Instant FETCHED = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void keepsTheArticleOfANewsSiteAndLeavesItsBoxes() throws IOException {
    Article article = article("news-site.html");

    assertThat(paragraphs(article))
        .containsExactly(
            "Nine towns along the estuary will pay into one fund, the first of its kind on this"
                + " coast.",
            "After two winters of storms, nine harbour towns have agreed to pay for their sea walls"
                + " together.",
            "The fund will hold forty million by the end of the decade, and each town pays by the"
                + " length of its shore.",
            "Who pays, and who decides",
            "A council of nine mayors decides what is built first; the smallest town has as many"
                + " votes as the largest.",
            "“We have learned that water does not ask where the border is,” said one of them.",
            "Three walls will be raised this year, all of them in the north.",
            "Two pumps follow in the spring, where the river meets the tide.",
            "The first stones will be laid in May, if the weather lets the barges in.");
  }

  @Test
  void takesTheMetadataOfANewsSiteWithTheirOrigins() throws IOException {
    Article article = article("news-site.html");

    assertThat(article.title()).isEqualTo("Harbour towns agree on a common flood fund");
    assertThat(article.subtitle()).as("stands in the text").isNull();
    assertThat(article.authors()).containsExactly("Marta Lindqvist");
    assertThat(article.publishedAt()).hasToString("2026-03-04T08:30:00+01:00");
    assertThat(article.modifiedAt()).hasToString("2026-03-05T10:00:00+01:00");
    assertThat(article.section()).isEqualTo("Coast");
    assertThat(article.keywords()).containsExactly("floods", "finance");
    assertThat(article.canonicalUrl()).isEqualTo("https://estuary-post.example/news/flood-fund");
    assertThat(article.source().name()).isEqualTo("The Estuary Post");
    assertThat(article.source().domain()).isEqualTo("estuary-post.example");
    assertThat(article.image().url()).isEqualTo("https://estuary-post.example/img/quay.jpg");
    assertThat(article.image().credit()).isEqualTo("Jonas Berg");
    assertThat(article.provenance().fields()).containsEntry("authors", "json-ld:author");
  }

  @Test
  void splitsTextThatOnlyLineBreaksDivide() throws IOException {
    assertThat(paragraphs(article("table-layout.html")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("The county will flood");
  }

  @Test
  void keepsEveryPostOfALiveBlog() throws IOException {
    assertThat(paragraphs(article("live-blog.html"))).hasSize(3);
  }

  @Test
  void joinsABodyOfSeveralParts() throws IOException {
    assertThat(paragraphs(article("split-body.html"))).hasSize(5);
  }

  @Test
  void readsTextThatStandsOnlyInTheMetadata() throws IOException {
    Article article = article("only-json.html");

    assertThat(paragraphs(article)).hasSize(3);
    assertThat(article.provenance().fields()).containsEntry("text", "json-ld:articleBody");
  }

  @Test
  void believesTheTextMoreThanTheDeclaredLanguage() throws IOException {
    Article article = article("german-blog.html");

    assertThat(article.language()).isEqualTo("de");
    assertThat(article.title()).isEqualTo("Warum der Bach wieder Kurven braucht");
    assertThat(article.authors()).containsExactly("Anke Feldhusen");
    assertThat(article.publishedAt()).hasToString("2025-05-12");
    assertThat(paragraphs(article)).hasSize(3);
  }

  @Test
  void believesTheBytesMoreThanTheDeclaredEncoding() throws IOException {
    byte[] bytes = MutatedPagesTest.shape("german-blog.html");
    String html = new String(bytes, StandardCharsets.UTF_8);

    assertThat(text(read(bytes, "text/html; charset=iso-8859-1"))).contains("Mühlbach");
    assertThat(
            text(read(html.getBytes(Charset.forName("windows-1252")), "text/html; charset=utf-8")))
        .contains("Mühlbach");
  }

  @Test
  void tellsThatAnArticleIsNotFree() throws IOException {
    Article article = article("paywall.html");

    assertThat(article.free()).isFalse();
    assertThat(paragraphs(article)).hasSize(2);
  }

  @Test
  void namesWallsAndErrorPages() throws IOException {
    assertThat(read(MutatedPagesTest.shape("consent-wall.html"), null))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            wall -> assertThat(wall.reason()).isEqualTo(UnreadableReason.CONSENT_WALL));
    assertThat(read(MutatedPagesTest.shape("not-found.html"), null))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            error -> assertThat(error.reason()).isEqualTo(UnreadableReason.ERROR_PAGE));
  }

  @Test
  void explainsWhyEachBlockWasKeptOrLeft() throws IOException {
    Explanation explanation =
        new ArticleReader().explain(page(MutatedPagesTest.shape("news-site.html"), null));

    List<String> rules =
        explanation.body().selection().blocks().stream()
            .map(explanation.body().selection()::rule)
            .toList();
    assertThat(rules).contains("box-related", "read-also", "standfirst", "outside-root");
    assertThat(explanation.candidates())
        .anySatisfy(candidate -> assertThat(candidate.origin()).isEqualTo("json-ld:author"));
  }

  private static Article article(String shape) throws IOException {
    Reading reading = read(MutatedPagesTest.shape(shape), "text/html");
    return ((Reading.Readable) reading).article();
  }

  private static String text(Reading reading) {
    return ((Reading.Readable) reading).article().text();
  }

  private static List<String> paragraphs(Article article) {
    return List.of(article.text().split("\n\n"));
  }

  private static Reading read(byte[] bytes, String contentType) {
    return new ArticleReader().read(page(bytes, contentType));
  }

  private static RawPage page(byte[] bytes, String contentType) {
    return new RawPage(
        bytes, contentType, "https://estuary-post.example/news/flood-fund", null, FETCHED);
  }
}
