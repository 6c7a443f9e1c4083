package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.readPage;
import static io.keeling.reader.PagesOfOurs.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For each reason to refuse a page: one that must be refused, and a neighbour that must be read.
 */
class QualityGateTest {

  private static final String BYLINE =
      "<p class='byline'>By <a rel='author' href='/a'>Ruth Caduff</a></p><time"
          + " datetime='2026-03-04'>4 March 2026</time>";

  private static final String TEXT =
      "The island's ferry will run on batteries from next spring, the operator said on Wednesday,"
          + " and it will be the first on this coast to do so. The crossing takes forty minutes,"
          + " and the batteries are charged on both shores while the cars drive off. Fares stay as"
          + " they are.";

  @Test
  void refusesAConsentWallWithOrWithoutItsTitle() {
    String wall =
        "<p>We and our partners store information on your device, such as cookies, and process"
            + " personal data, such as unique identifiers, for advertising and"
            + " measurement.</p><p>You can choose at any time.</p>";

    assertThat(refusalOf("<h1>We value your privacy</h1>" + wall))
        .isEqualTo(UnreadableReason.CONSENT_WALL);
    assertThat(refusalOf("<h1>Island news</h1>" + wall)).isEqualTo(UnreadableReason.CONSENT_WALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your consent was never asked, islanders tell the ferry operator",
        "Banners that say ‘we value your privacy’ must go, says the court",
        "The new privacy settings of the ferry app, explained"
      })
  void readsAnArticleWhoseTitleSpeaksOfConsent(String title) {
    assertThat(articleOf("<h1>" + title + "</h1>" + BYLINE + "<p>" + TEXT + "</p>").text())
        .isEqualTo(TEXT);
  }

  @Test
  void readsAnArticleThatQuotesAConsentWall() {
    String quoting =
        "“We value your privacy”: nobody believes these words, a survey of riders found.";

    assertThat(
            articleOf(
                    "<h1>Nobody reads the banners</h1>"
                        + BYLINE
                        + "<p>"
                        + quoting
                        + "</p><p>"
                        + TEXT
                        + "</p>")
                .text())
        .contains(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Page not found</h1>",
        "<h1>404</h1>",
        "<h1>Page not found – Island news</h1>",
        "<h1>Access denied | Island news</h1>",
        "<h1>Seite nicht gefunden</h1>"
      })
  void refusesAnErrorPageThatAServerSentAsAnyOther(String headline) {
    assertThat(
            refusalOf(
                headline
                    + "<p>The page you were looking for has moved or never was, and we are sorry"
                    + " for it. Try the search above, go back to the front page, or write to us if"
                    + " you think that it should be here; somebody reads every letter.</p>"))
        .isEqualTo(UnreadableReason.ERROR_PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not found in forty years: the wreck of the old ferry",
        "Access denied: how the harbour lost its gate",
        "500 years of ferries",
        "403 islanders ask for a bridge"
      })
  void readsAnArticleWhoseHeadlineBeginsLikeAnError(String headline) {
    assertThat(articleOf("<h1>" + headline + "</h1>" + BYLINE + "<p>" + TEXT + "</p>").text())
        .isEqualTo(TEXT);
  }

  @Test
  void aNumberThatBeginsAHeadlineIsNoErrorEvenWithoutAnySign() {
    assertThat(articleOf("<h1>503 islanders ask for a bridge</h1><p>" + TEXT + "</p>").text())
        .isEqualTo(TEXT);
  }

  @Test
  void refusesAListOfTeasers() {
    assertThat(refusalOf("<h1>Coast</h1>" + teasers(12))).isEqualTo(UnreadableReason.INDEX_PAGE);
  }

  @Test
  void readsAnArticleAmongMoreTeasersThanItHasText() {
    String article =
        "<h1>The ferry goes electric</h1><div class='text'><p>"
            + TEXT
            + "</p><p>"
            + TEXT.replace("island", "village")
            + "</p></div>";

    assertThat(articleOf(article + teasers(12)).text())
        .startsWith(TEXT)
        .doesNotContain("Harbour report");
  }

  @Test
  void refusesAPlayerWithALineBelowIt() {
    assertThat(refusalOfVideo("<p>The ferry leaves the quay for the last time.</p>"))
        .isEqualTo(UnreadableReason.VIDEO_ONLY);
  }

  @Test
  void readsTheReportBelowAPlayer() {
    assertThat(readPage(video("<p>" + TEXT + "</p>"))).isInstanceOf(Reading.Readable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>The last crossing</h1>" + BYLINE + "<p>The ferry leaves the quay.</p>",
        "<p>The ferry leaves the quay at nine, at noon and at six, and on Sundays at ten only.</p>"
      })
  void refusesALineOrTwo(String page) {
    assertThat(refusalOf(page)).isEqualTo(UnreadableReason.TOO_SHORT);
  }

  @Test
  void readsAPhotoPostOfAFewSentences() {
    String caption =
        "The old ferry on its last crossing, seen from the mole on Sunday evening. It had sailed"
            + " for fifty-one years, and half of the island stood on the quay to see it go; the"
            + " other half was on board, with flags, a band and cake.";

    assertThat(
            articleOf(
                    "<h1>The last crossing</h1><time datetime='2026-03-04'>4 March"
                        + " 2026</time><p><img src='/f.jpg'></p><p>"
                        + caption
                        + "</p>")
                .text())
        .isEqualTo(caption);
  }

  @Test
  void countsTheWordsOfShortParagraphsOneByOne() {
    String lines =
        IntStream.range(0, 30).mapToObj(i -> "<p>Word" + i + ".</p>").collect(Collectors.joining());

    assertThat(articleOf("<h1>Thirty words of the old ferrymen</h1>" + BYLINE + lines).text())
        .contains("Word29.");
  }

  /** The page calls the box of its article a dialog, and says as much again in its footer. */
  @Test
  void looksASecondTimeBeforeItRefusesAPageWithALongText() {
    String first = TEXT + " " + TEXT.replace("island", "village").replace("forty", "fifty");
    String second = TEXT.replace("ferry", "barge") + " " + TEXT.replace("island", "lagoon");
    String footer = TEXT.replace("island", "harbour") + " Write to us by letter.";

    assertThat(
            articleOf(
                    "<h1>The ferry goes electric</h1>"
                        + BYLINE
                        + "<div class='dialog'><p>"
                        + first
                        + "</p><p>"
                        + second
                        + "</p></div><footer><p>"
                        + footer
                        + "</p></footer>")
                .text())
        .isEqualTo(first + "\n\n" + second);
  }

  private static String teasers(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                "<div class='item'><h3><a href='/h"
                    + i
                    + "'>Harbour report number "
                    + i
                    + " of the year</a></h3><p>The harbour master tells what came and went, what it"
                    + " carried, and who waved from the bridge, in week "
                    + i
                    + ".</p></div>")
        .collect(Collectors.joining("", "<div class='list'>", "</div>"));
  }

  private static UnreadableReason refusalOfVideo(String body) {
    return ((Reading.Unreadable) readPage(video(body))).reason();
  }

  private static String video(String body) {
    return "<html lang='en'><head><title>The last crossing</title><script"
        + " type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"The last crossing\","
        + "\"uploadDate\":\"2026-03-04\"}</script></head><body><h1>The last crossing</h1>"
        + BYLINE
        + "<video src='/v.mp4'></video>"
        + body;
  }
}
