package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands right around a text and is not of it, as fifty pages beside a browser showed it. */
class AroundTheTextTest {

  private static final String TEXT =
      """
      <p>The ferry to the outer islands will run on batteries from April, the county said on Monday.</p>
      <p>It takes forty minutes to cross and nine minutes to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained for the new one over the winter.</p>
      <p>Tickets cost what they cost before, and children go for nothing, as they have done since the war.</p>
      <p>The county pays for the charger on the islands, and the state for the cable that leads there.</p>
      """;

  private static final int PARAGRAPHS = 5;

  @Test
  void aBoxBelowAnInvitationIsLeftOutWhole() {
    String page =
        article(
            TEXT
                + "<div class='x7'><span><h3>Join the Island News WhatsApp community!</h3></span>"
                + "<div><p>You will hear of storms and late ferries before anybody else does.</p>"
                + "<p>Nobody sees who else reads along, and only we can write.</p>"
                + "<p>You can leave by the door through which you came in.</p></div></div>");

    assertThat(paragraphsOf(page)).hasSize(PARAGRAPHS);
  }

  @Test
  void whatStandsBelowAHeadingOfTheArticleThatAsksStays() {
    String page =
        article(
            TEXT
                + "<h3>What do you think of it?</h3><p>The islands were asked in the spring, and"
                + " nine in ten wanted the ferry rather than a bridge.</p>");

    assertThat(paragraphsOf(page)).hasSize(PARAGRAPHS + 1);
  }

  @Test
  void fieldsOfASmallFormAreLeftOutAndAFormAroundAllIsNot() {
    String form =
        "<form><div>Tell us of errors in this text</div><label>Your message</label><textarea>"
            + "</textarea><span>At most 700 characters</span></form>";

    assertThat(paragraphsOf(article(TEXT + form))).hasSize(PARAGRAPHS);
    assertThat(paragraphsOf("<form action='/'>" + article(TEXT) + "</form>")).hasSize(PARAGRAPHS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferry goes electric, 5.0 out of 5 based on 2 ratings",
        "4,5 von 5 (12 Bewertungen)",
        "Did you enjoy this article? Then help us to write the next one.",
        "Hat dir dieser Artikel gefallen? Dann freuen wir uns, wenn du uns hilfst.",
        "Marta Lindqvist, Island County, phone: 55 00 12 34",
        "Jonas Berg Telefon +47 55 00 12 35 jonas.berg@island.example",
        "Bildcredit: (c) Hanne Berg",
        "Beitragsbild: Hanne Berg",
      })
  void aLineBelowTheTextIsLeftOut(String line) {
    assertThat(paragraphsOf(article(TEXT + "<p>" + line + "</p>"))).hasSize(PARAGRAPHS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nine out of 10 votes on the islands went to those who wanted the ferry.",
        "Whoever has seen the old boat may write to ferry@island.example until the end of May.",
      })
  void aSentenceThatOnlyUsesTheWordsStays(String sentence) {
    assertThat(paragraphsOf(article(TEXT + "<p>" + sentence + "</p>"))).hasSize(PARAGRAPHS + 1);
  }

  @Test
  void theSignOfADeskIsNoAuthor() {
    String page =
        "<article><h1>Ferry goes electric</h1><p class='info'><time>12.11.2024</time> <a"
            + " href='/author/red'>red</a></p>"
            + TEXT
            + "</article>";

    assertThat(articleOf(page).authors()).isEmpty();
  }

  @Test
  void aNamedStandfirstStaysWhereNoHeadlineIsKnown() {
    String page =
        "<div><div class='x1'>Ferry</div><p class='article-excerpt'>How the islands got their"
            + " ferry? And who pays for it? Questions and answers.</p></div><div class='x2'>"
            + TEXT
            + "</div>";

    assertThat(paragraphsOf(page)).hasSize(PARAGRAPHS + 1);
  }

  private static String article(String content) {
    return "<article><h1>Ferry goes electric</h1><div class='x2'>" + content + "</div></article>";
  }
}
