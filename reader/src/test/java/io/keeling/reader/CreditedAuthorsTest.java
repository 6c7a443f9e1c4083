package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is credited with writing, where a page names others, agencies or logins as well. */
class CreditedAuthorsTest {

  private static final String MARTA = "Marta Lindqvist";
  private static final String JONAS = "Jonas Berg";
  private static final String TWO =
      ld(
          "[{\"@type\": \"Person\", \"name\": \"%s\"}, {\"@type\": \"Person\", \"name\": \"%s\"}]"
              .formatted(MARTA, JONAS));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>By Marta Lindqvist</p><p>Photography by Jonas Berg</p>",
        "<p>By Marta Lindqvist</p><p>Edited by Jonas Berg</p>",
        "<p>By Marta Lindqvist</p><div>Contributions from</div><div>Jonas Berg</div>",
      })
  void leavesOutADeclaredAuthorWhomThePageCreditsWithSomethingElse(String lines) {
    assertThat(authors(TWO, lines, "")).containsExactly(MARTA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>By Marta Lindqvist</p>",
        "<p>By Marta Lindqvist and Jonas Berg</p>",
        "<p>By Marta Lindqvist</p><p>Jonas Berg</p>",
        "<p>Photography by Marta Lindqvist and Jonas Berg</p>",
      })
  void keepsAllDeclaredAuthorsWithoutSuchACredit(String lines) {
    assertThat(authors(TWO, lines, "")).containsExactly(MARTA, JONAS);
  }

  @Test
  void takesTheAgencyThatAHeadingAnnouncesWhereTheOutletIsDeclared() {
    String outlet = ld("{\"@type\": \"Organization\", \"name\": \"The Estuary Post\"}");
    assertThat(authors(outlet, "<h4>By <span>Associated Press</span></h4>", ""))
        .containsExactly("Associated Press");
  }

  @Test
  void takesNoAgencyFromAHeadingThatIsAQuestionOfTheText() {
    assertThat(authors("", "<h4>By Wire Across the Estuary in a Day and a Night</h4>", ""))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"teaser-kicker credit", "teaser", "credit"})
  void believesALineRightBelowTheHeadlineWhateverItsBoxIsCalled(String name) {
    assertThat(authors("", "<div class=\"" + name + "\">von Marta Lindqvist</div>", ""))
        .containsExactly(MARTA);
  }

  @Test
  void takesNobodyFromAFigureRightBelowTheHeadline() {
    assertThat(authors("", "<figure><p class=\"credit\">By Marta Lindqvist</p></figure>", ""))
        .isEmpty();
  }

  @Test
  void takesTheWriterFromTheCredits() {
    assertThat(authors("", "", "<div class=\"credits\">Text: Marta Lindqvist</div>"))
        .containsExactly(MARTA);
  }

  @Test
  void takesTheAgencyInBracketsAtTheEndOfTheText() {
    String last =
        "<p>The quay will be raised next year, the port said on Monday evening. (dpa/lno)</p>";
    assertThat(authors("", "", last)).containsExactly("dpa/lno");
  }

  @Test
  void takesNothingElseInBracketsAtTheEndOfTheText() {
    String last =
        "<p>The quay will be raised next year, the port said on Monday evening. (see map)</p>";
    assertThat(authors("", "", last)).isEmpty();
  }

  @Test
  void believesTheBylineThatAnnouncesANameMoreThanALinkToSomeone() {
    String line =
        """
        <p>Read what <a href="/people/petra-holm">Petra Holm</a> said.</p>
        <div class="byline">Erstellt von Marta Lindqvist</div>""";
    assertThat(authors("", "", "<p>A paragraph more.</p>".repeat(12) + line))
        .containsExactly(MARTA);
  }

  @Test
  void takesNobodyFromALinkInASentence() {
    String lead =
        """
        <p>The keeper of the gauge, <a href="/profile/petra-holm">Petra Holm</a>, said on Monday that nobody in the harbour
        had seen the water rise as fast as this since her grandfather kept the gauge.</p>""";
    assertThat(authors("", lead, "")).isEmpty();
  }

  @Test
  void takesNobodyWhomTheHeadlineNamesForAnAuthorBecauseOfADateAlone() {
    String card = "<div class=\"x1\"><span>Petra Holm</span><span>Dec 05, 2023</span></div>";
    assertThat(
            authors(
                "Petra Holm: the tide is not done",
                "https://estuary-post.example/tide",
                "",
                card,
                ""))
        .isEmpty();
    assertThat(authors("", card, "")).containsExactly("Petra Holm");
  }

  @ParameterizedTest
  @CsvSource({
    "tidewatcher, https://tidewatcher.example.org/tide, tidewatcher",
    "news, https://news.example.org/tide,",
    "tidewatcher, https://tidewatcher.example/tide,",
  })
  void takesTheLoginThatABlogHasItsAddressFrom(String login, String url, String author) {
    String line = "<p>Posted on 4 May 2023 by " + login + "</p>";
    List<String> found =
        authors(
            "Tide gauges rise again",
            url,
            "<meta property=\"og:site_name\" content=\"Notes from the quay\">",
            line,
            "");
    assertThat(found).isEqualTo(author == null ? List.of() : List.of(author));
  }

  @ParameterizedTest
  @CsvSource({
    "marl - Marta Lindqvist, marl - Marta Lindqvist",
    "Reuters - Marta Lindqvist, Marta Lindqvist",
    "Marta Lindqvist - The Estuary Post, Marta Lindqvist",
    "Marta Lindqvist for The Wire, Marta Lindqvist",
    "Marta Lindqvist in Hamburg, Marta Lindqvist",
    "Marta L.K., Marta L.K.",
    "Marta Lindqvist Special to The Post, Marta Lindqvist",
    "Min Jin Lindqvist, Min Jin Lindqvist",
    "Marta Guest, Marta Guest",
  })
  void readsDeclaredNames(String declared, String author) {
    assertThat(authors(ld("\"" + declared + "\""), "", "")).containsExactly(author);
  }

  @Test
  void believesDublinCoreMoreThanABoxOfNames() {
    assertThat(
            authors(
                "<meta name=\"dc.creator\" content=\"Marta Lindqvist\">",
                "<div class=\"author-info\"><a href=\"/x\">Petra Holm</a></div>",
                ""))
        .containsExactly(MARTA);
  }

  @ParameterizedTest
  @CsvSource({
    "Von Marta Lindqvist Illustration von Jonas Berg, Marta Lindqvist",
    "Posted by tidewatcher under Harbour, tidewatcher",
    "Eingestellt von tidewatcher um 21:11, tidewatcher",
  })
  void endsANameAtTheWordsThatFollowIt(String line, String author) {
    assertThat(authors("", "<p class=\"byline\">" + line + "</p>", "")).containsExactly(author);
  }

  private static String ld(String author) {
    return """
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tide gauges rise again", "author": %s}</script>"""
        .formatted(author);
  }

  private static List<String> authors(String head, String line, String tail) {
    return authors(
        "Tide gauges rise again",
        "https://estuary-post.example/tide",
        "<meta property=\"og:site_name\" content=\"The Estuary Post\">" + head,
        line,
        tail);
  }

  private static List<String> authors(
      String title, String url, String head, String line, String tail) {
    String html =
        """
        <html lang="en"><head><title>%s</title>%s</head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a></nav><main><h1>%s</h1>%s
        <p>The harbour gauge read four centimetres above its old record, and the port said that it expects more of that soon.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        %s</main><footer><p>All rights reserved</p></footer></body></html>
        """
            .formatted(title, head, title, line, tail);
    return PagesOfOurs.article(html, url).authors();
  }
}
