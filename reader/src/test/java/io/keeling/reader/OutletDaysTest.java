package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which day a page means: in the outlet's zone, by its own way to write numbers, and of what. */
class OutletDaysTest {

  @ParameterizedTest
  @CsvSource({
    "ja, https://quay.example.org/1, 2024-03-04T20:10:00Z, 2024-03-05T05:10:00+09:00",
    "en, https://quay.example.in/1, 2024-03-04T20:10:00Z, 2024-03-05T01:40:00+05:30",
    "en-GB, https://quay.example.org/1, 2024-07-04T23:10:00Z, 2024-07-05T00:10:00+01:00",
    "en, https://quay.example.com.au/1, 2024-03-04T20:10:00Z, 2024-03-05T07:10:00+11:00",
    "de, https://quay.example.org/1, 2024-03-04T23:30:00+00:00, 2024-03-05T00:30:00+01:00",
    "de, https://quay.example.org/1, 2024-03-04T20:30:00Z, 2024-03-04T20:30:00Z",
    "en-US, https://quay.example.com/1, 2024-03-04T02:30:00Z, 2024-03-04T02:30:00Z",
    "en, https://quay.example.io/1, 2024-03-04T23:30:00Z, 2024-03-04T23:30:00Z",
    "ja, https://quay.example.org/1, 2024-03-04T20:10:00+01:00, 2024-03-04T20:10:00+01:00"
  })
  void putsAMomentInUtcOnTheDayOfTheOutlet(String tag, String url, String given, String date) {
    assertThat(read(tag, url, published(given), "").publishedAt()).hasToString(date);
  }

  @Test
  void keepsTheDayThatThePageShows() {
    String shown = "<p class='date'>4 March 2024</p>";

    assertThat(
            read("ja", "https://quay.example.org/1", published("2024-03-04T20:10:00Z"), shown)
                .publishedAt()
                .day())
        .hasToString("2024-03-04");
  }

  @ParameterizedTest
  @CsvSource({
    "03/04/2024, 13/04/2024, 2024-04-03",
    "03/04/2024, 04/13/2024, 2024-03-04",
    "03.04.2024, none, 2024-03-04"
  })
  void readsNumbersAsTheOtherDatesOfThePageAreWritten(String line, String other, String day) {
    Article article =
        read(
            "en-US",
            "https://quay.example.com/1",
            "",
            "<p class='date'>" + line + "</p>",
            "<ul><li>Regatta, " + other + "</li></ul>");

    assertThat(article.publishedAt()).hasToString(day);
  }

  @Test
  void readsNumbersAsTheDeclaredDayShows() {
    String changed = "<meta property='article:modified_time' content='2024-04-03T08:00:00+02:00'>";

    assertThat(
            read("en-US", "https://quay.example.com/1", changed, "<p>Updated 03/04/2024</p>")
                .modifiedAt()
                .day())
        .hasToString("2024-04-03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday, 4 March 2024, 10:00-11:30",
        "4 March 2024 10:00-12:00",
        "2024-03-04 10:00-11:30"
      })
  void takesASpanOfTimesForNoZone(String line) {
    assertThat(
            read("en", "https://quay.example.org/1", "", "<p class='date'>" + line + "</p>")
                .publishedAt())
        .hasToString("2024-03-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Member since 4 March 2012</p>",
        "<div class='author'><span>Joined</span> <time datetime='2012-03-04'>4 March 2012</time></div>",
        "<p>Registriert seit: 04.03.2012</p>",
        "<dl><dt>Üyelik tarihi</dt><dd>4 Mart 2012</dd></dl>"
      })
  void doesNotTakeTheDayAnAccountWasOpened(String line) {
    assertThat(read("en", "https://quay.example.org/1", "", line).publishedAt()).isNull();
  }

  private static String published(String date) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The gauge at the"
        + " estuary\",\"datePublished\":\""
        + date
        + "\"}</script>";
  }

  private static Article read(String tag, String url, String head, String line) {
    return read(tag, url, head, line, "");
  }

  private static Article read(String tag, String url, String head, String line, String below) {
    String html =
        "<html lang='"
            + tag
            + "'><head><title>The gauge at the estuary</title>"
            + head
            + "</head><body><article><h1>The gauge at the estuary</h1>"
            + line
            + "<p>The water at the gauge rose four centimetres between the two visits, and the keeper, who has"
            + " written the figure down each morning for thirty years, says that the line will soon be higher.</p>"
            + "<p>The council wants to wait for the winter before it decides on the new wall, which would cost"
            + " more than the harbour earns in a year, according to its own papers.</p></article>"
            + below
            + "</body></html>";
    RawPage page =
        new RawPage(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html",
            url,
            null,
            Instant.parse("2026-11-24T12:00:00Z"));
    return ((Reading.Readable) new ArticleReader().read(page)).article();
  }
}
