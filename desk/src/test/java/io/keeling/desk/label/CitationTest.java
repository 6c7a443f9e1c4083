package io.keeling.desk.label;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.serde.Json;
import org.junit.jupiter.api.Test;

class CitationTest {

  private static final Article ICE =
      article("ice", "Ice closes port", "Words.")
          .by("Ida Brandt", "Jo Vane")
          .published("2026-11-20T23:50:00-05:00")
          .make()
          .article();

  @Test
  void aCitationLeadsToTheVeryWordsThatWereRead() {
    Citation citation = Citation.of(ICE, "Desk", "https://desk.example");

    assertThat(citation.permalink())
        .isEqualTo("https://desk.example/articles/" + ICE.id() + "/versions/" + ICE.version());
    assertThat(citation.text())
        .isEqualTo(
            "Ida Brandt, Jo Vane: Ice closes port. The Harbour Post, 2026-11-20."
                + " https://news.example/ice (read 2026-11-21T05:05:00Z, kept as "
                + citation.permalink()
                + ")");
  }

  @Test
  void programsGetWhatTheyKnowAsCsl() {
    JsonNode csl = Json.MAPPER.valueToTree(Citation.of(ICE, "Desk", "https://desk.example").csl());

    assertThat(csl.get("type").asText()).isEqualTo("article-newspaper");
    assertThat(csl.get("container-title").asText()).isEqualTo("The Harbour Post");
    assertThat(csl.at("/author/1/literal").asText()).isEqualTo("Jo Vane");
    assertThat(csl.at("/issued/date-parts").toString()).isEqualTo("[[2026,11,20]]");
    assertThat(csl.at("/accessed/date-parts").toString()).isEqualTo("[[2026,11,21]]");
    assertThat(csl.get("URL").asText()).isEqualTo("https://news.example/ice");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    Article bare = article("bare", "Bare", "Words.").published("").in("und").make().article();

    Citation citation = Citation.of(bare, "Desk", "https://desk.example");

    assertThat(citation.text()).startsWith("Bare. The Harbour Post. https://news.example/bare");
    assertThat(Json.MAPPER.valueToTree(citation.csl()).has("issued")).isFalse();
    assertThat(Json.MAPPER.valueToTree(citation.csl()).has("language")).isFalse();
  }
}
