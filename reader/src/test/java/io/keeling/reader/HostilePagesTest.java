package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that no editor made, or made to break readers. */
@Timeout(30)
class HostilePagesTest {

  private static final String PARAGRAPHS =
      """
      <p>The dike held through the night, although the water stood a hand below its crown.</p>
      <p>Volunteers filled eleven thousand sandbags, and the mayor thanked each of them by name.</p>
      <p>By morning the wind had turned, and the gauge at the lock fell for the first time in days.</p>
      """;

  @Test
  void anEmptyFileHoldsNothing() {
    assertThat(reason(new byte[0])).isEqualTo(UnreadableReason.EMPTY);
  }

  @Test
  void bytesOfAnImageAreNoMarkup() {
    byte[] bytes = new byte[50_000];
    new Random(7).nextBytes(bytes);

    assertThat(reason(bytes)).isEqualTo(UnreadableReason.NOT_HTML);
  }

  @Test
  void plainTextIsNoMarkup() {
    assertThat(reason("just words, no tag".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(UnreadableReason.NOT_HTML);
  }

  /** HTML opens the link again in each block; its address was looked through for each. */
  @Test
  @Timeout(60)
  void readsBesideALongAddressThatWasLeftOpen() {
    String html =
        "<html><body>"
            + PARAGRAPHS.repeat(2)
            + "<a href=\""
            + "/".repeat(500_000)
            + "\" class=\""
            + "x".repeat(100_000)
            + "\">"
            + "<div>x</div>".repeat(15_000);

    assertThat(text(html)).contains("The dike held");
  }

  /** For each of the lines the whole box was looked through for an address that is not there. */
  @Test
  @Timeout(60)
  void readsBesideThousandsOfLinksWithoutAnAddressInOneBox() {
    String html =
        "<html><body>"
            + PARAGRAPHS
            + "<div>"
            + ("<a>The dike held on</a><br><br>Volunteers filled eleven thousand sandbags,"
                    + " and the mayor thanked each of them by name.<br><br>")
                .repeat(25_000);

    MutatedPagesTest.requireSound(
        new ArticleReader()
            .explain(
                new RawPage(
                    html.getBytes(StandardCharsets.UTF_8),
                    "text/html",
                    "https://dike.example/news/1",
                    null,
                    Instant.now())));
  }

  /** Each line was looked through for a date five times, and from each of its letters. */
  @Test
  void readsThousandsOfLinesThatLookAsIfTheyHeldADate() {
    String html = "<html><body>" + PARAGRAPHS + ("<p>2022-52-43 " + "w".repeat(280)).repeat(2_000);

    MutatedPagesTest.requireReadable(html);
  }

  /** A line of one word was short, whatever its length, and looked through for dates and names. */
  @Test
  void readsWordsOfHundredsOfKilobytesBelowTheHeadline() {
    String html =
        "<html><body><h1>Dike holds through the night</h1>"
            + ("<div>" + "display:none;".repeat(16_000) + "</div>").repeat(5)
            + PARAGRAPHS;

    MutatedPagesTest.requireReadable(html);
  }

  @Test
  void readsBelowAHundredThousandNestedDivisions() {
    String html = "<html><body>" + "<div>".repeat(100_000) + PARAGRAPHS;

    assertThat(text(html)).contains("The dike held").contains("the wind had turned");
  }

  @Test
  void readsBesideTenMegabytesOfScript() {
    String html =
        "<html><body><script>" + "var a = 1;\n".repeat(1_000_000) + "</script>" + PARAGRAPHS;

    assertThat(text(html)).contains("The dike held").doesNotContain("var a");
  }

  @Test
  void readsPastTagsThatNobodyClosed() {
    String html =
        "<html><body><article><b><i><a href='/x'>Home</a><div><p>" + PARAGRAPHS.replace("</p>", "");

    assertThat(text(html)).contains("The dike held").contains("eleven thousand sandbags");
  }

  @Test
  void readsBelowFormattingLeftOpenAboveFiveHundredLists() {
    String html =
        "<html><body><p><b><b><u><u><u>" + "<ul>".repeat(505) + PARAGRAPHS.replace("</p>", "");

    assertThatThrownBy(() -> Parser.htmlParser().parseInput(html, ""))
        .as("once jsoup parses this, HtmlTree needs no second way")
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(text(html)).contains("The dike held").contains("the wind had turned");
  }

  @Test
  void readsAboveALineOfNothingButClosingSigns() {
    String html =
        "<html><body><article><h1>Dike holds</h1>"
            + PARAGRAPHS
            + "<p>"
            + ")".repeat(400_000)
            + "x</p></article>";

    assertThat(text(html)).contains("The dike held");
  }

  @Test
  void survivesMetadataThatIsNoJson() {
    String html =
        "<html><head><script type='application/ld+json'>{\"@type\": [[[{</script></head><body>"
            + PARAGRAPHS;

    assertThat(text(html)).contains("The dike held");
  }

  @Test
  void survivesMetadataNestedDeeply() {
    String html =
        "<html><head><script type='application/ld+json'>"
            + "[".repeat(200_000)
            + "</script></head><body>"
            + PARAGRAPHS;

    assertThat(text(html)).contains("The dike held");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a ", " | ", "-- ", "\n\t", ": ", "&#32;", "(", "1.2.", "by "})
  void readsPastATitleThatNeverEnds(String piece) {
    String title = "Dike holds" + piece.repeat(200_000) + "through the night";
    String html =
        "<html><head><title>%s</title><meta property='og:title' content='%s'><meta name='author' content='%s'></head><body>%s"
            .formatted(title, title, title, PARAGRAPHS);

    assertThat(text(html)).contains("The dike held");
  }

  @Test
  void aHeadlineIsOneLine() {
    String html =
        "<html><head><meta property='og:title' content='\n  The dike\u00A0 held\n\n'></head><body>"
            + PARAGRAPHS;

    assertThat(article(html).title()).isEqualTo("The dike held");
  }

  @Test
  void aPageWithoutAnyHeadlineIsNamedByItsFirstWords() {
    assertThat(article("<html><body>" + PARAGRAPHS).title())
        .isEqualTo(
            "The dike held through the night, although the water stood a hand below its crown.");
  }

  private static UnreadableReason reason(byte[] bytes) {
    return ((Reading.Unreadable) read(bytes)).reason();
  }

  private static String text(String html) {
    return article(html).text();
  }

  private static Article article(String html) {
    return ((Reading.Readable) read(html.getBytes(StandardCharsets.UTF_8))).article();
  }

  private static Reading read(byte[] bytes) {
    return new ArticleReader()
        .read(new RawPage(bytes, "text/html", "https://dike.example/news/1", null, Instant.now()));
  }
}
