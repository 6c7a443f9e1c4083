package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as an author, and who does not. */
class AuthorsTest {

  @ParameterizedTest
  @CsvSource({
    "By Reuters, Reuters",
    "Von: det/dpa, det/dpa",
    "von Redaktion - 24. Januar 2022, Redaktion",
    "By Staff Writer, Staff Writer",
    "Por Agencia EFE, Agencia EFE",
  })
  void keepsTheAgencyOrDeskOfABylineThatNamesNobody(String line, String author) {
    assertThat(authors(line, "")).containsExactly(author);
  }

  @Test
  void keepsTheOrganisationThatStructuredDataNames() {
    assertThat(authors("", organisation("Institute for Basic Science")))
        .containsExactly("Institute for Basic Science");
  }

  @ParameterizedTest
  @CsvSource({
    "Hamburg (dpa/lno) \u2013 Das Wasser stieg am Montag weiter, dpa/lno",
    "LONDON (Reuters) - The gauge read four centimetres more on Monday, Reuters",
  })
  void takesTheAgencyFromTheDatelineWhereNothingElseNamesAnAuthor(String line, String agency) {
    assertThat(authors("", "", line)).containsExactly(agency);
  }

  @Test
  void leavesTheAgencyOutBesideAPerson() {
    assertThat(authors("By Marta Lindqvist and Reuters", "")).containsExactly("Marta Lindqvist");
  }

  @Test
  void neverTakesTheOutletForAnAuthor() {
    assertThat(authors("By The Estuary Post", organisation("The Estuary Post"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "By admin",
    "Von hier aus fahren die Schiffe weiter",
    "Von Kartoffeln und kleinen Tieren",
  })
  void takesNobodyFromLinesThatOnlyBeginLikeABylineOrNameALogin(String line) {
    assertThat(authors(line, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<span>Marta Lindqvist</span><span>Mar 4, 2026</span>;Marta Lindqvist",
        "By <b>Marta Lindqvist</b><time>March 4, 2026</time>;Marta Lindqvist",
        "<a href='/author/m'>Marta Lindqvist</a><span>Showbiz reporter</span>;Marta Lindqvist",
        "<span>Quay Wire Staff</span><span>Mar 4, 2026</span>;Quay Wire Staff",
        "Quay Wire Staff, Mar 4, 2026;Quay Wire Staff"
      })
  void neverRunsANameTogetherWithWhatStandsBesideIt(String line, String author) {
    assertThat(authors(line, "")).containsExactly(author);
  }

  @Test
  void spellsANameAsThePageDoesWhereTheMetadataLeaveTheAccentsOut() {
    assertThat(
            authors(
                "By Zo\u00EB Mu\u00F1oz Lindqvist",
                organisation("Zoe Munoz Lindqvist").replace("Organization", "Person")))
        .containsExactly("Zo\u00EB Mu\u00F1oz Lindqvist");
  }

  @Test
  void believesABylineOfOneNameMoreThanTheMakerOfTheSite() {
    assertThat(
            authors(
                "Erstellt von Fabian am 6. Mai 2014",
                "<meta name=\"author\" content=\"Jonas Berg, Petra Holm\">"))
        .containsExactly("Fabian");
  }

  private static String organisation(String name) {
    return """
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tide gauges rise",
    "author": {"@type": "Organization", "name": "%s"}}</script>"""
        .formatted(name);
  }

  private static List<String> authors(String line, String head) {
    return authors(line, head, "The harbour gauge read four centimetres above its old record");
  }

  private static List<String> authors(String line, String head, String start) {
    String html =
        """
        <html lang="en"><head><title>Tide gauges rise again</title>%s
        <meta property="og:site_name" content="The Estuary Post"></head><body><article>
        <h1>Tide gauges rise again</h1><p class="byline">%s</p>
        <p>%s, and the port said that it expects more of that in the coming days.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        </article></body></html>
        """
            .formatted(head, line, start);
    return PagesOfOurs.article(html, "https://estuary-post.example/tide").authors();
  }
}
