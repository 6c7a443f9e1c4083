package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a page was published and when it was changed. */
class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; Von Marta Lind, 12. März 2020",
        "de; 12. Mär. 2020 um 14:30 Uhr",
        "de; Donnerstag, 12.03.2020 - 14:30",
        "de; 12.03.20",
        "fr; Publié le 12 mars 2020",
        "es; Jueves 12 de marzo de 2020",
        "es; Marzo 12 de 2020",
        "it; giovedì 12 marzo 2020",
        "nl; Geplaatst op 12 mrt. 2020",
        "pt; 12 de março de 2020 às 10h",
        "ca; 12 de març de 2020",
        "pl; 12 marca 2020, 10:15",
        "cs; 12. března 2020",
        "cs; 12.3. 2020",
        "sk; 12. marca 2020",
        "hu; 2020. március 12.",
        "tr; 12 Mart 2020 Perşembe",
        "ru; 12 марта 2020 г.",
        "bg; 12 март 2020",
        "en; March 12th, 2020",
        "en; the 12th of March, 2020",
        "en-GB; 12/03/2020",
        "en-US; 03/12/2020",
        "zh; 2020年3月12日",
        "ko; 2020년 3월 12일",
      })
  void readsTheLineUnderTheHeadlineInThePagesLanguage(String language, String line) {
    assertThat(read(page(language, "", "<p>" + line + "</p>", "")).publishedAt())
        .hasToString("2020-03-12");
  }

  @Test
  void knowsThatTheSameMonthNameIsAnotherInAnotherLanguage() {
    assertThat(read(page("pl", "", "<p>5 listopada 2019</p>", "")).publishedAt())
        .hasToString("2019-11-05");
    assertThat(read(page("hr", "", "<p>5. listopada 2019.</p>", "")).publishedAt())
        .hasToString("2019-10-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Published 3 May 2019, last updated 7 May 2019",
        "Updated: 7 May 2019. First published: 3 May 2019",
        "3 May 2019 | Updated 7 May 2019",
        "3 May 2019, 7 May 2019 (updated)",
      })
  void keepsPublicationAndChangeOfOneLineApart(String line) {
    Article article = read(page("en", "", "<p>" + line + "</p>", ""));
    assertThat(article.publishedAt()).hasToString("2019-05-03");
    assertThat(article.modifiedAt()).hasToString("2019-05-07");
  }

  @Test
  void readsALabelThatStandsInALineOfItsOwn() {
    Article article =
        read(
            page(
                "en",
                "",
                "<dl><dt>Last updated</dt><dd>7 May 2019</dd>"
                    + "<dt>Published</dt><dd>3 May 2019</dd></dl>",
                ""));
    assertThat(article.publishedAt()).hasToString("2019-05-03");
    assertThat(article.modifiedAt()).hasToString("2019-05-07");
  }

  @Test
  void leavesAVisibleDayOfChangeOutOfThePublication() {
    Article article =
        read(
            page(
                "en",
                declared("2019-05-03T09:00:00+02:00", "2019-05-07T09:00:00+02:00"),
                "<p><span>last updated <time datetime=\"2019-05-07T09:00:00+02:00\">"
                    + "7 May 2019</time></span></p>",
                ""));
    assertThat(article.publishedAt()).hasToString("2019-05-03T09:00:00+02:00");
    assertThat(article.modifiedAt()).hasToString("2019-05-07T09:00:00+02:00");
  }

  @Test
  void takesTheOnlyVisibleDayForThatOfPublicationWhenNothingCallsItAChange() {
    Article article =
        read(
            page(
                "de",
                declared("2019-05-03T09:00:00+02:00", "2019-05-07T09:00:00+02:00"),
                "<p class=\"date\">7. Mai 2019</p>",
                ""));
    assertThat(article.publishedAt().day()).hasToString("2019-05-07");
  }

  @Test
  void takesTheLocalDayThatReadersSeeForATimeGivenInUtc() {
    Article article =
        read(
            page(
                "de",
                declared("2019-05-03T22:30:00Z", "2019-05-03T22:30:00Z"),
                "<p>4. Mai 2019</p>",
                ""));
    assertThat(article.publishedAt()).hasToString("2019-05-04T00:30:00+02:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Dec. 12, 2023, at 3:28 p.m. EST; 2023-12-12T15:28:00-05:00",
        "9:05 AM EST, Mon January 15, 2024; 2024-01-15T09:05:00-05:00",
        "12. März 2020, 14:30 Uhr MEZ; 2020-03-12T14:30:00+01:00",
        "12 March 2020 12:05 am GMT; 2020-03-12T00:05:00Z",
        "12 March 2020, 14:30; 2020-03-12",
        "12 March 2020, 14:30 IST; 2020-03-12",
      })
  void readsTheMomentWhereALineGivesItsZone(String line, String date) {
    assertThat(read(page("en", "", "<p>" + line + "</p>", "")).publishedAt()).hasToString(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Thu, 12 Mar 2020 14:30:00 +0100; 2020-03-12T14:30:00+01:00",
        "Thu, 12 Mar 2020 14:30:00 GMT; 2020-03-12T14:30:00Z",
        "2020-03-12T14:30:00.000Z; 2020-03-12T14:30:00Z",
        "2020-03-12 14:30; 2020-03-12",
        "1584019800; 2020-03-12T13:30:00Z",
        "20200312T143000; 2020-03-12",
      })
  void readsWhatMetaElementsHold(String value, String date) {
    String meta = "<meta property=\"article:published_time\" content=\"" + value + "\">";
    assertThat(read(page("en", meta, "", "")).publishedAt()).hasToString(date);
  }

  @Test
  void doesNotTakeTheDayOfAChangeForTheLocalDayOfThePublication() {
    Article article =
        read(
            page(
                "en",
                declared("2019-05-03T17:30:00Z", "2019-05-04T09:00:00Z"),
                "<p>Updated <time datetime=\"2019-05-04T09:00:00Z\">May 4, 2019</time></p>"
                    + "<p>Published <time datetime=\"2019-05-03T17:30:00Z\">May 3, 2019</time></p>",
                ""));
    assertThat(article.publishedAt()).hasToString("2019-05-03T17:30:00Z");
    assertThat(article.modifiedAt()).hasToString("2019-05-04T09:00:00Z");
  }

  @Test
  void dropsAChangeThatComesBeforeThePublication() {
    Article article =
        read(page("en", declared("2019-05-03T17:00:00Z", "2019-05-03T12:00:00Z"), "", ""));
    assertThat(article.publishedAt()).hasToString("2019-05-03T17:00:00Z");
    assertThat(article.modifiedAt()).isNull();
  }

  @Test
  void readsADateThatLayoutSetsApartFromItsNeighbours() {
    assertThat(
            read(page(
                    "en",
                    "",
                    "<div><span>Marta Lind</span><span>May 3, 2019</span>"
                        + "<span>5757 Shares</span></div>",
                    ""))
                .publishedAt())
        .hasToString("2019-05-03");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(03.05.2019) Das Wasser",
        "Hamburg, 3. Mai 2019 – Das Wasser",
        "BERLIN, 3. Mai 2019 (dpa): Das Wasser",
      })
  void readsTheDateThatOpensTheText(String opening) {
    assertThat(read(page("de", "", "", opening)).publishedAt()).hasToString("2019-05-03");
  }

  @Test
  void readsTheDateOfAMicroformat() {
    assertThat(
            read(page(
                    "en",
                    "",
                    "<abbr class=\"published\" title=\"2019-05-03T18:52:11+00:00\"></abbr>"
                        + "<span class=\"updated\" title=\"2019-05-04T18:52:11+00:00\"></span>",
                    ""))
                .publishedAt())
        .hasToString("2019-05-03T18:52:11Z");
  }

  @Test
  void ignoresTodaysDateInTheMasthead() {
    String html =
        page("en", "", "<p>Published on May 10, 2019</p>", "")
            .replace("<body>", "<body><header><ul><li>May 11, 2019</li></ul></header>");
    assertThat(read(html).publishedAt()).hasToString("2019-05-10");
  }

  @Test
  void ignoresTodaysDateAboveTheHeadlineWhereALineBelowGivesAnother() {
    String html =
        page("de", "", "<p>30. Oktober 2023 Marta Lind Kultur</p>", "")
            .replace("<body>", "<body><div class=\"date\">31. Oktober 2023</div>");
    assertThat(read(html).publishedAt()).hasToString("2023-10-30");
  }

  @Test
  void takesTheBareDateAboveTheHeadlineWhereItIsTheOnlyOne() {
    String html =
        page("de", "", "", "")
            .replace("<body>", "<body><div class=\"date\">31. Oktober 2023</div>");
    assertThat(read(html).publishedAt()).hasToString("2023-10-31");
  }

  @Test
  void doesNotTakeTheDayThatASentenceOrCaptionSpeaksOf() {
    assertThat(
            read(page(
                    "en",
                    "",
                    "<p>The keeper vanished from his post in the early hours of a Sunday"
                        + " morning, November 3, 2013.</p><ul><li>04:30, 3 NOV 2023</li></ul>"
                        + "<figure><figcaption>The keeper at the wall of the harbour on"
                        + " October 15, 2012</figcaption></figure>",
                    ""))
                .publishedAt())
        .hasToString("2023-11-03");
  }

  @Test
  void readsTheDateInTheFooterOfAnArticle() {
    String html =
        page("en", "", "", "")
            .replace(
                "</article>",
                "<footer class=\"entry-meta\"><p class=\"entry-date\"><a>15/01/2016</a>"
                    + "<a>14/01/2016</a></p></footer></article>");
    assertThat(read(html).publishedAt()).hasToString("2016-01-15");
  }

  @Test
  void takesTheDeclaredChangeBeforeADayThatStandsDeepInTheText() {
    String meta = "<meta itemprop=\"dateUpdate\" content=\"2020-02-14 10:47:36\">";
    String html =
        page("en", meta, "", "")
            .replace(
                "</article>",
                "<ul>"
                    + "<li>Records</li>".repeat(14)
                    + "<li>Kept since 18 July 2017</li></ul></article>");
    assertThat(read(html).publishedAt()).hasToString("2020-02-14");
  }

  @Test
  void refusesDaysToComeAndDaysBeforeTheWeb() {
    assertThat(read(page("en", "", "<p>3 May 2099</p><p>3 May 1962</p>", "")).publishedAt())
        .isNull();
  }

  @Test
  void refusesDatesOfCommentsTeasersAndTheCopyright() {
    String html =
        page("en", "", "", "")
            .replace(
                "</body>",
                "<div class=\"comments\"><p>3 May 2019</p></div>"
                    + "<footer><p>© 2012-2024 Estuary Post</p></footer></body>");
    Article article = read(html.replace("</article>", "<p>3 May 2018</p></article>"));
    assertThat(article.publishedAt()).hasToString("2018-05-03");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; This page was last edited on 3 May 2019, at 10:00 (UTC).",
        "de; Diese Seite wurde zuletzt am 3. Mai 2019 um 10:00 Uhr bearbeitet.",
        "fr; La dernière modification de cette page a été faite le 3 mai 2019 à 10:00.",
        "es; Esta página se editó por última vez el 3 mayo 2019 a las 10:00.",
        "it; Questa pagina è stata modificata per l'ultima volta il 3 maggio 2019 alle 10:00.",
        "nl; Deze pagina is voor het laatst bewerkt op 3 mei 2019 om 10:00.",
        "ja; 最終更新 2019年5月3日",
        "en; Updated: $Date: 2019/05/03 08:31:28 $",
      })
  void readsTheLineBelowAPageThatSaysWhenItWasLastEdited(String language, String line) {
    String html =
        page(
                language,
                "",
                "<p>The gauge was built by the fishermen themselves in the year after the flood of 2 June 1998.</p>",
                "")
            .replace(
                "</body>",
                "<footer><ul><li>Text under a free licence.</li><li>"
                    + line
                    + "</li></ul></footer></body>");

    assertThat(read(html).publishedAt()).isNotNull();
    assertThat(read(html).publishedAt().day()).hasToString("2019-05-03");
  }

  @Test
  void aLineBelowThePageYieldsToTheDateBelowTheHeadline() {
    String html =
        page("en", "", "<p>3 May 2019</p>", "")
            .replace("</body>", "<footer><p>Last updated 5 May 2021</p></footer></body>");

    assertThat(read(html).publishedAt()).hasToString("2019-05-03");
  }

  @ParameterizedTest
  @CsvSource({"3 days ago", "vor 3 Tagen", "il y a 3 jours", "Yesterday at 10:15", "5h"})
  void cannotKnowTheDayOfARelativeDate(String line) {
    assertThat(read(page("en", "", "<p>" + line + "</p>", "")).publishedAt()).isNull();
  }

  private static String declared(String published, String modified) {
    return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\""
        + published
        + "\",\"dateModified\":\""
        + modified
        + "\"}</script>";
  }

  private static String page(String language, String head, String line, String opening) {
    return "<html lang=\""
        + language
        + "\"><head><title>The gauge at the estuary</title>"
        + head
        + "</head><body><article><h1>The gauge at the estuary</h1>"
        + line
        + "<p>"
        + opening
        + " at the gauge rose four centimetres between the two visits, and the keeper, who has"
        + " written the figure down each morning for thirty years, says that the line on the wall"
        + " will soon have to be drawn higher than anyone here has ever drawn it.</p>"
        + "<p>The council wants to wait for the winter before it decides on the new wall, which"
        + " would cost more than the harbour earns in a year, according to its own papers.</p>"
        + "<p>Until then the boats are moored further up the river, where the current is weaker"
        + " and the ground, says the keeper, holds an anchor even in a westerly gale.</p>"
        + "</article></body></html>";
  }

  private static Article read(String html) {
    RawPage page =
        new RawPage(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            null,
            null,
            Instant.parse("2026-11-24T12:00:00Z"));
    return ((Reading.Readable) new ArticleReader().read(page)).article();
  }
}
