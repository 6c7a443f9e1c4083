package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A standfirst is said once: in the text where the page prints it, or beside it. */
class StandfirstTest {

  private static final String STANDFIRST =
      "Olav Strand has crossed to the islands for ten years on the old boats. From April his ferry"
          + " will run on batteries.";

  private static final String TEXT =
      """
      <p>The ferry to the outer islands will run on batteries from April, the county said on Monday.</p>
      <p>It takes forty minutes to cross and nine minutes to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews, led by Olav Strand, will be trained over the winter.</p>
      """;

  @Test
  void isThatOfTheMetadataWhereThePagePrintsNone() {
    Article article = articleOf(declaring(STANDFIRST));

    assertThat(article.subtitle()).isEqualTo(STANDFIRST);
    assertThat(article.text()).startsWith("The ferry to the outer islands");
    assertThat(article.provenance().fields()).containsEntry("subtitle", "meta:og:description");
  }

  @Test
  void isThatOfTheArticleBeforeThatOfThePage() {
    String page =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry goes"
            + " electric\",\"description\":\""
            + STANDFIRST
            + "\"}</script>"
            + declaring("The county has a new ferry with batteries. All about islands and boats.");

    assertThat(articleOf(page).subtitle()).isEqualTo(STANDFIRST);
  }

  @Test
  void standsInTheTextAloneWhereThePagePrintsIt() {
    String page =
        declaring(STANDFIRST).replace("</h1>", "</h1><p class='standfirst'>" + STANDFIRST + "</p>");

    Article article = articleOf(page);

    assertThat(article.text()).containsOnlyOnce(STANDFIRST);
    assertThat(article.subtitle()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the text's own first words, whole, cut and with another beginning
        "The ferry to the outer islands will run on batteries from April, the county said on Monday.",
        "The ferry to the outer islands will run on batteries from …",
        "(NTB) The ferry to the outer islands will run on batteries from April.",
        // the headline once more
        "Ferry goes electric - The Fjord Post, news of the islands",
        // of the whole site
        "News, sport and weather from all of the coast, every hour and for nothing",
        "The ferry, the boats and the islands | The Fjord Post",
        // markup, and no sentence
        "<p>Olav Strand has crossed to the islands on the old boats for ten years.</p>",
        "Ferry, batteries, county",
      })
  void isNothingThatTheTextSaysOrThatIsOfTheWholeSite(String description) {
    assertThat(articleOf(declaring(description)).subtitle()).isNull();
  }

  private static String declaring(String description) {
    return "<meta property='og:description' content='"
        + description
        + "'><article><h1>Ferry goes electric</h1><div class='x2'>"
        + TEXT
        + "</div></article>";
  }
}
