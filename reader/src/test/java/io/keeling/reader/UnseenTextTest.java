package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.readPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a style keeps from readers' eyes within a line is no part of the text. */
class UnseenTextTest {

  private static final String TEXT =
      """
      <p>It takes forty minutes to cross and nine to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained over the winter.</p>
      <p>Tickets cost what they cost before, and children go for nothing, as they have since the war.</p>
      """;

  private static final String SHEET =
      """
      /* .ferry { clip: rect(0 0 0 0) } */ @media (max-width: 600px) { .wide { clip-path: inset(50%) } }
      @import 'x.css'; .a, .k3x9 { position: absolute; width: 1px; height: 1px; overflow: hidden }
      .tall { height: 1px } p .deep { clip: rect(0,0,0,0) }
      .row { font-size: 0 } .col { font-size: 16px } .par { position: absolute; clip: rect(0, auto, auto, 0) }
      .tab { position: absolute; left: -9999px } .tab.active { position: static }
      .jump { position: absolute; left: -9999px } .jump:focus { position: static }
      .four { clip: rect(1px, 1px, 1px, 1px) }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "style='border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px'",
        "style='position: absolute; left: -9999px'",
        "style='position:absolute;width:1px;height:1px;overflow:hidden'",
        "style='display: none'",
        "style='text-indent:-9999px'",
        "hidden",
        "class='sr-only'",
        "class='Text__visuallyHidden--3x'",
        "class='u-screen-reader-only'",
        "class='link k3x9'",
        "class='jump'",
        "class='four'",
      })
  void whatIsHiddenWithinALineIsNoText(String attribute) {
    String opening =
        "<p>The ferry will run on <a href='/b'>batteries<span "
            + attribute
            + ">, opens new tab</span></a>, the county said.</p>";

    assertThat(article(opening).text())
        .startsWith("The ferry will run on batteries, the county said.\n\nIt takes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aria-hidden='true'",
        "class='not-sr-only'",
        "class='wide'",
        "class='deep'",
        "class='tall'",
        "class='ferry'",
        "class='row'",
        "class='tab active'",
        "class='par'",
        "class='printless'",
        "style='clip:rect(0,auto,auto,0)'",
        "style='position:absolute;left:-2px'",
        "style='clip-path: inset(1px)'",
        "style='font-size:0.9em'",
        "style='color: red'",
      })
  void whatReadersSeeStays(String attribute) {
    String opening =
        "<p><span " + attribute + ">The</span> ferry will run on batteries, the county said.</p>";

    assertThat(article(opening).text()).startsWith("The ferry will run on batteries");
  }

  @Test
  void theLetterThatStandsForAHiddenWordIsReadOnce() {
    String opening =
        "<p><span aria-hidden='true'>T</span><span class='visually-hidden'>T</span>he ferry will run"
            + " on batteries from the first of April, the county said.</p>";

    assertThat(article(opening).text()).startsWith("The ferry");
  }

  @Test
  void whatIsOnlyHeardInABylineOrAHeadlineTellsWhatItIs() {
    String html =
        "<html lang='en'><head><title>Ferry: the islands go electric</title></head><body><article>"
            + "<h1>Ferry<span class='sr-only'>:</span> the islands go electric</h1>"
            + "<div><span class='sr-only'>By</span> Marta Lindqvist | 3 March 2026</div>"
            + TEXT
            + "</article>";

    Article article = ((Reading.Readable) readPage(html)).article();

    assertThat(article.title()).isEqualTo("Ferry: the islands go electric");
    assertThat(article.authors()).containsExactly("Marta Lindqvist");
  }

  @Test
  void aPageThatIsHiddenUntilItsScriptRunsIsRead() {
    assertThat(article("<div style='clip-path:inset(50%)'>" + TEXT.repeat(3) + "</div>").text())
        .contains("forty minutes");
  }

  private static Article article(String content) {
    String html =
        "<html lang='en'><head><title>Ferry</title><style>"
            + SHEET
            + "</style><style media='print'>.printless { clip: rect(0,0,0,0) }</style>"
            + "</head><body><article><h1>Ferry goes electric</h1>"
            + content
            + TEXT
            + "</article>";
    return ((Reading.Readable) readPage(html)).article();
  }
}
