package io.keeling.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.TagLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema allows at most is what the code keeps at most. */
class SchemaLimitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"article-1", "enriched-article-1"})
  void anArticleHasTheLimitsOfTheCode(String name) {
    JsonNode properties = SchemaFiles.today(name).path("properties");

    Map.ofEntries(
            Map.entry("/url/maxLength", ArticleLimits.URL),
            Map.entry("/canonicalUrl/maxLength", ArticleLimits.URL),
            Map.entry("/source/properties/id/maxLength", ArticleLimits.DOMAIN),
            Map.entry("/source/properties/name/maxLength", ArticleLimits.OUTLET_NAME),
            Map.entry("/source/properties/domain/maxLength", ArticleLimits.DOMAIN),
            Map.entry("/title/maxLength", ArticleLimits.TITLE),
            Map.entry("/subtitle/maxLength", ArticleLimits.SUBTITLE),
            Map.entry("/correctionNote/maxLength", ArticleLimits.CORRECTION_NOTE),
            Map.entry("/authors/maxItems", ArticleLimits.AUTHORS),
            Map.entry("/authors/items/maxLength", ArticleLimits.AUTHOR),
            Map.entry("/section/maxLength", ArticleLimits.SECTION),
            Map.entry("/keywords/maxItems", ArticleLimits.KEYWORDS),
            Map.entry("/keywords/items/maxLength", ArticleLimits.KEYWORD),
            Map.entry("/image/properties/url/maxLength", ArticleLimits.URL),
            Map.entry("/image/properties/caption/maxLength", ArticleLimits.CAPTION),
            Map.entry("/image/properties/credit/maxLength", ArticleLimits.CREDIT),
            Map.entry("/provenance/properties/extractor/maxLength", ArticleLimits.PROVENANCE_RULE),
            Map.entry(
                "/provenance/properties/fields/maxProperties", ArticleLimits.PROVENANCE_FIELDS),
            Map.entry(
                "/provenance/properties/fields/additionalProperties/maxLength",
                ArticleLimits.PROVENANCE_RULE))
        .forEach(
            (path, limit) -> assertThat(properties.at(path).asInt()).as(path).isEqualTo(limit));
  }

  @Test
  void namesHaveTheLimitsOfTheCode() {
    JsonNode names = SchemaFiles.today("enriched-article-1").at("/properties/names");

    assertThat(names.path("maxItems").asInt()).isEqualTo(TagLimits.NAMES);
    assertThat(names.at("/items/properties/text/maxLength").asInt()).isEqualTo(TagLimits.NAME);
  }

  @Test
  void aSourceHasTheLimitsOfItsArticles() {
    JsonNode properties = SchemaFiles.today("source-1").path("properties");

    assertThat(properties.at("/url/maxLength").asInt()).isEqualTo(ArticleLimits.URL);
    assertThat(properties.at("/name/maxLength").asInt()).isEqualTo(ArticleLimits.OUTLET_NAME);
  }
}
