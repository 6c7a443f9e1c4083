package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose name is believed where a page gives several, and what a name is made of. */
class NearestBylineTest {

  private static final String MARTA = "Marta Lindqvist";
  private static final String TITLE = "Tide gauges rise again";

  @Test
  void believesTheBylineBelowTheHeadlineMoreThanOnesOfTeasersAboveIt() {
    String above =
        "<div><h4>The quay is closed</h4><small>By Petra Holm Dec 3, 2023</small></div>".repeat(3);
    assertThat(authors(TITLE, above, "<div>By <a href=\"/r/m\">Marta Lindqvist</a></div>", ""))
        .containsExactly(MARTA);
  }

  @Test
  void takesABylineAboveTheHeadlineWhereNoneStandsBelow() {
    assertThat(authors(TITLE, "<p>By Petra Holm</p>", "", "")).containsExactly("Petra Holm");
  }

  @Test
  void believesASignatureOfSomeoneWhomTheHeadlineNames() {
    assertThat(authors("Petra Holm: the tide is not done", "", "", "<p>Petra Holm</p>"))
        .containsExactly("Petra Holm");
  }

  /** Nothing else says that the name is the writer's: no word before it, no class, no date. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/author/marta-lindqvist",
        "/authors/12",
        "https://harbor.example/autoren/ml",
        "/autor/marta",
        "/auteurs/marta-lindqvist/",
        "/journalister/marta",
        "/giornalisti/marta-lindqvist",
        "/reporters/ml",
        "/?author=7"
      })
  void readsTheNameInALinkToAPersonsPage(String address) {
    String link = "<div><a href=\"" + address + "\">Marta Lindqvist</a></div>";

    assertThat(authors(TITLE, "", link, "")).containsExactly(MARTA);
    assertThat(authors(TITLE, "", link.replace(address, "/harbour/12"), "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photos and Story By Marta Lindqvist",
        "Story & photos: Marta Lindqvist",
        "Ein Bericht von Marta Lindqvist",
        "Text und Bilder: Marta Lindqvist",
        "Une enquête de Marta Lindqvist",
        "Words and pictures by Marta Lindqvist",
        "| By Marta Lindqvist",
        "\u2014 Von Marta Lindqvist",
        "\u25BA : Text: Marta Lindqvist",
      })
  void readsBylinesThatSayWhatWasMade(String line) {
    assertThat(authors(TITLE, "", "<p>" + line + "</p>", "")).containsExactly(MARTA);
  }

  /** Parts of bylines that are places, counters and buttons. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=\"c-signature\"><strong class=\"c-signature__location\">Sankt"
            + " Olav</strong></div>",
        "<div class=\"author\"><span class=\"author-views\">Viele Leser</span></div>",
        "<div class=\"author\"><a href=\"/author/7\">\u8A2D\u5B9A</a></div>",
        "<div class=\"author\"><a href=\"/author/7\">\u7559\u8A00</a></div>",
      })
  void namesNobodyWhereAPartOfTheBylineIsSomethingElse(String part) {
    assertThat(authors(TITLE, "", part, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Opinion Analysis Marta Lindqvist</p>",
        "<p>Photos und Bilder Marta Lindqvist</p>",
        "<div>Opinion Column</div><p>Petra Holm</p>",
      })
  void readsNoBylineWhereNobodyIsSaidToHaveWritten(String lines) {
    assertThat(authors(TITLE, "", lines, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Marta Lindqvist MS, RDN, LD; Marta Lindqvist",
        "Marta Lindqvist, RN; Marta Lindqvist",
        "Marta Lindqvist, Ph.D.; Marta Lindqvist, Ph.D.",
        "Marta Lindqvist, Jr.; Marta Lindqvist, Jr.",
        "oz; oz",
        "der kleine Gartenzwerg; der kleine Gartenzwerg",
      })
  void keepsDoctoratesAndLeavesOutLicences(String name, String author) {
    String box = "<p>by <span class=\"author vcard fn\">" + name + "</span></p>";
    assertThat(authors(TITLE, "", box, "")).containsExactly(author);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so Artikel empfehlen:",
        "red. 27.04.2021 14:51",
        "Creative Commons Attribution",
        "Bauten der",
        "Fecha",
      })
  void takesNoNameFromABoxThatSaysSomethingElse(String text) {
    assertThat(authors(TITLE, "", "<span class=\"author\">" + text + "</span>", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"JIJI; JIJI", "Associated Press; Associated Press", "Harbour team;", "Press;"})
  void takesTheAgencyThatStandsAloneBelowTheHeadline(String line, String author) {
    assertThat(authors(TITLE, "", "<p class=\"credit\">" + line + "</p>", ""))
        .isEqualTo(author == null ? List.of() : List.of(author));
  }

  @Test
  void believesTheAgencyThatDeclarationAndBylineNameMoreThanALineBelowTheText() {
    String line = "<p>By Associated Press</p>";
    String tail = "<p>A paragraph more.</p>".repeat(12) + "<p><em>By Petra Holm</em></p>";
    assertThat(authors(TITLE, declared("Associated Press"), line, tail))
        .containsExactly("Associated Press");
    assertThat(authors(TITLE, declared("Associated Press"), "", tail))
        .containsExactly("Petra Holm");
  }

  @Test
  void believesTheAgencyInBracketsMoreThanADeskWithoutAName() {
    String tail =
        "<p>The port will say more of it on Monday evening. (HB mit dpa)</p><p>*This desk is part"
            + " of a larger one.</p>";
    assertThat(authors(TITLE, declared("Redaktion"), "", tail)).containsExactly("HB mit dpa");
    assertThat(authors(TITLE, declared("Redaktion Hafen"), "", tail))
        .containsExactly("Redaktion Hafen");
  }

  @Test
  void takesTheInterviewerFromCreditsWhoseLabelsStandApart() {
    String credits =
        """
        <div class="credits"><div class="credits-label">Interview</div><div class="credits-text">MARTA LINDQVIST</div></div>
        <div class="credits"><div class="credits-label">Foto</div><div class="credits-text">PETRA HOLM</div></div>\
        """;
    assertThat(authors(TITLE, "", "", credits)).containsExactly(MARTA);
  }

  private static String declared(String author) {
    return """
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tide gauges rise again", "author": {"@type": "Person", "name": "%s"}}</script>\
    """
        .formatted(author);
  }

  private static List<String> authors(String title, String above, String below, String tail) {
    String html =
        """
        <html lang="en"><head><title>%s</title><meta property="og:site_name" content="The Estuary Post"></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a></nav><main>%s<h1>%s</h1>%s
        <p>The harbour gauge read four centimetres above its old record, and the port said that it expects more of that soon.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        %s</main><footer><p>All rights reserved</p></footer></body></html>
        """
            .formatted(title, above, title, below, tail);
    return PagesOfOurs.article(html, "https://estuary-post.example/tide").authors();
  }
}
