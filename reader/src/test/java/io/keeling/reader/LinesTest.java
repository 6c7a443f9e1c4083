package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.paragraphsOf;
import static io.keeling.reader.PagesOfOurs.readPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one line, what is several, and which lines are none of the text. */
class LinesTest {

  private static final String FIRST =
      "The regatta began at noon in a light wind from the west, with forty boats at the line.";

  private static final String SECOND =
      "By two the wind had turned, and half of the fleet stood still behind the mole, waiting for more.";

  @Test
  void aShortHeadlineThatTheMetadataDoNotKnowIsTheTitleAndNoPartOfTheText() {
    Article article =
        ((Reading.Readable)
                readPage(
                    "<html lang='en'><head><title>Island news: sport and weather</title></head><body>"
                        + "<article><h1>Still water</h1><p>"
                        + FIRST
                        + "</p><p>"
                        + SECOND
                        + "</p></article>"))
            .article();

    assertThat(article.title()).isEqualTo("Still water");
    assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void theNameOfTheSiteIsNoTitleThoughItIsTheOnlyHeading() {
    Article article =
        ((Reading.Readable)
                readPage(
                    "<html lang='en'><head><title>Still water at the regatta</title></head><body>"
                        + "<header><h1>Sport today</h1></header><article><p>"
                        + FIRST
                        + "</p><p>"
                        + SECOND
                        + " "
                        + FIRST
                        + "</p></article>"))
            .article();

    assertThat(article.title()).isEqualTo("Still water at the regatta");
  }

  @Test
  void aRowIsOneLineHoweverItsCellsAreWrapped() {
    String page =
        "<article><h1>The regatta in figures</h1><p>"
            + FIRST
            + "</p><table><tr><th><p>Boat</p></th><th><div><p>Hours</p></div></th></tr><tr><td><p>Heron</p>"
            + "</td><td><p>4</p></td></tr><tr><td><p>Tern,</p><p>Sten</p></td><td><p>5</p></td></tr></table><p>"
            + SECOND
            + "</p></article>";

    assertThat(paragraphsOf(page))
        .containsExactly(FIRST, "Boat | Hours", "Heron | 4", "Tern, Sten | 5", SECOND);
  }

  @Test
  void paragraphsInATableThatLaysOutThePageStayApart() {
    String page =
        "<table><tr><td><h1>The regatta in light wind</h1><p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p></td></tr></table>";

    assertThat(paragraphsOf(page)).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"45'", "90+3'", "90.+3’", "17 min", "23.", "14:05"})
  void theMinuteOfAPostIsNoText(String minute) {
    String page =
        "<article><h1>The regatta as it happens</h1><div><div>"
            + minute
            + "</div><p>"
            + SECOND
            + "</p></div><div><div>"
            + minute
            + "</div><p>"
            + FIRST
            + "</p></div></article>";

    assertThat(paragraphsOf(page)).containsExactly(SECOND, FIRST);
  }

  @Test
  void theDayBelowTheHeadlineIsNoTextButOneThatHeadsAnEntryIs() {
    String page =
        "<article><h1>The regatta, day by day</h1><div>Wednesday, 4 March 2026</div><p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p><p>5 March 2026</p><p>"
            + FIRST.replace("noon", "ten")
            + "</p></article>";

    assertThat(paragraphsOf(page))
        .containsExactly(FIRST, SECOND, "5 March 2026", FIRST.replace("noon", "ten"));
  }

  @Test
  void aTimeInItsOwnElementDoesNotStickToTheWordsBesideIt() {
    String page =
        "<article><h1>The regatta as it happens</h1><p><span class='timestamp'>14:05</span><span"
            + " class='author'>Ruth Caduff</span>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p></article>";

    assertThat(articleOf(page).text()).contains(FIRST).doesNotContain("14:05Ruth", "CaduffThe");
  }

  @Test
  void aBylineIsNoStandfirstThoughTheDescriptionRepeatsIt() {
    String byline = "By Ruth Caduff, sailing correspondent, and the people who were there";
    Article article =
        ((Reading.Readable)
                readPage(
                    "<html lang='en'><head><title>The regatta in light wind</title><meta name='author'"
                        + " content='Ruth Caduff'><meta name='description' content='"
                        + byline
                        + "'></head><body><article><h1>The regatta in light wind</h1><p>"
                        + byline
                        + "</p><div class='entry-content'><p>"
                        + FIRST
                        + "</p><p>"
                        + SECOND
                        + "</p></div></article>"))
            .article();

    assertThat(article.subtitle()).isNull();
    assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void theCreditDoesNotStickToTheCaptionAndIsKnownWithoutALabel() {
    Article article =
        ((Reading.Readable)
                readPage(
                    "<html lang='en'><head><title>The regatta in light wind</title><meta"
                        + " property='og:image' content='/boat.jpg'></head><body><article><h1>The"
                        + " regatta in light wind</h1><figure><img src='/boat.jpg'><figcaption><span>The"
                        + " crew hung out its shoes.</span><span class='credit'>Hanna"
                        + " Lindqvist</span></figcaption></figure><p>"
                        + FIRST
                        + "</p><p>"
                        + SECOND
                        + "</p></article>"))
            .article();

    assertThat(article.image().caption()).isEqualTo("The crew hung out its shoes.");
    assertThat(article.image().credit()).isEqualTo("Hanna Lindqvist");
  }
}
