package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an outlet says it corrected is no part of the text and is not lost either. */
class CorrectionNotesTest {

  private static final String FIRST =
      "<p>The ferry to the outer islands will run on batteries from April, the county said.</p>";

  private static final String TEXT =
      FIRST
          + """
      <p>It takes forty minutes to cross and nine to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained over the winter.</p>
      <p>Tickets cost what they cost before, and children go for nothing, as they have since the war.</p>
      <p>The county pays for the charger on the islands, and the state for the cable that leads there.</p>
      """;

  private static final int PARAGRAPHS = 5;

  static Stream<String> notes() {
    return lines("correction-notes.tsv");
  }

  static Stream<String> others() {
    return lines("no-correction-notes.tsv");
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteBelowTheTextIsAFieldOfItsOwn(String note) {
    Article article = articleOf(page(TEXT + "<p>" + note + "</p>"));

    assertThat(article.correctionNote()).isEqualTo(note);
    assertThat(article.text().split("\n\n")).hasSize(PARAGRAPHS);
    assertThat(article.provenance().fields()).containsEntry("correctionNote", "correction-line");
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteAboveTheTextIsAFieldOfItsOwn(String note) {
    Article article = articleOf(page("<p><em>" + note + "</em></p>" + TEXT));

    assertThat(article.correctionNote()).isEqualTo(note);
    assertThat(article.text()).startsWith("The ferry to the outer islands");
    assertThat(article.subtitle()).isNull();
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteInAFooterOutsideTheTextIsFound(String note) {
    Article article =
        articleOf(
            page(TEXT) + "<footer class='article-footer'><div><i>" + note + "</i></div></footer>");

    assertThat(article.correctionNote()).isEqualTo(note);
  }

  @ParameterizedTest
  @MethodSource("notes")
  void whatStandsInTheMiddleOfATextIsOfTheText(String note) {
    Article article = articleOf(page(TEXT + "<p>" + note + "</p>" + TEXT.replace("ferry", "boat")));

    assertThat(article.correctionNote()).isNull();
    assertThat(article.text()).contains(note);
  }

  @ParameterizedTest
  @MethodSource("others")
  void aSentenceThatOnlyUsesTheWordsIsNoNote(String sentence) {
    assertThat(articleOf(page(TEXT + "<p>" + sentence + "</p>")).correctionNote()).isNull();
    assertThat(articleOf(page("<p>" + sentence + "</p>" + TEXT)).correctionNote()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "div class='article-correction' | p",
        "aside class='story-corrections' | p",
        "section id='erratum' | div",
        "div class='Korrekturhinweis' | p",
        "div data-testid='correction-notice' | p",
      })
  void aBoxThatIsNamedAfterCorrectionsHoldsOneWhateverItSaysAndWhereverItStands(
      String box, String paragraph) {
    String note = "The cable is nine kilometres long, and six is what the plan had.";
    String tag = box.substring(0, box.indexOf(' '));
    String content =
        "<%s><h4>From the desk</h4><%s>%s</%s></%s>"
            .formatted(box, paragraph, note, paragraph, tag);

    Article article = articleOf(page(TEXT + content + TEXT.replace("ferry", "boat")));

    assertThat(article.correctionNote()).isEqualTo("From the desk " + note);
    assertThat(article.text()).doesNotContain("From the desk").doesNotContain(note);
    assertThat(article.provenance().fields()).containsEntry("correctionNote", "correction-box");
  }

  @Test
  void aLabelOnALineOfItsOwnTellsWhatFollows() {
    Article article =
        articleOf(
            page(
                TEXT
                    + "<h4>Correction, 3 March</h4><p>The captain is called Berg. We had called"
                    + " him Dahl.</p>"));

    assertThat(article.correctionNote())
        .isEqualTo("Correction, 3 March The captain is called Berg. We had called him Dahl.");
  }

  @Test
  void twoNotesAreOneFieldInTheirOrder() {
    Article article =
        articleOf(
            page(
                TEXT
                    + "<p>Correction: It is 4%.</p><p>Correction, 5 March: Berg is the captain's"
                    + " name.</p>"));

    assertThat(article.correctionNote())
        .isEqualTo("Correction: It is 4%. Correction, 5 March: Berg is the captain's name.");
  }

  @Test
  void theArticleOfALawIsAmendedWithoutANote() {
    String law =
        TEXT
            + "<p>Article 9 of the treaty lets the county close the quay.</p>"
            + "<p>This article was amended on 3 May to let the state do so as well.</p>";

    assertThat(articleOf(page(law)).correctionNote()).isNull();
    assertThat(paragraphsOf(page(law))).hasSize(PARAGRAPHS + 2);
  }

  @Test
  void aColumnOfCorrectionsIsAnArticle() {
    String column =
        notes()
            .limit(4)
            .reduce(
                "<p>What we got wrong this week, and what is right.</p>",
                (all, note) -> all + "<p>" + note + "</p>");

    assertThat(articleOf(page(column)).text()).contains("This article has been corrected");
  }

  @Test
  void whatTheMetadataAloneDeclareIsANote() {
    String declared =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry goes"
            + " electric\",\"correction\":{\"@type\":\"CorrectionComment\",\"text\":\"The cable is"
            + " nine kilometres long.\"}}</script>";

    Article article = articleOf(declared + page(TEXT));

    assertThat(article.correctionNote()).isEqualTo("The cable is nine kilometres long.");
    assertThat(article.provenance().fields()).containsEntry("correctionNote", "json-ld:correction");
  }

  @Test
  void aPageWithoutANoteHasNone() {
    assertThat(articleOf(page(TEXT)).correctionNote()).isNull();
  }

  private static String page(String content) {
    return "<article><h1>Ferry goes electric</h1><div class='x2'>" + content + "</div></article>";
  }

  private static Stream<String> lines(String file) {
    try (InputStream stream = CorrectionNotesTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.substring(line.indexOf('\t') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
