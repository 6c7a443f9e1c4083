package io.keeling.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaValidationTest {

  private static final Path PUBLISHED = Path.of("..", "docs", "contract");

  @ParameterizedTest
  @EnumSource
  void aSchemaIsAValidSchemaOfDraft202012(Example example) {
    JsonNode schema = SchemaFiles.today(example.schema());

    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(SchemaFiles.problemsOfSchema(schema)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatWeWriteIsValid(Example example) {
    JsonNode schema = SchemaFiles.today(example.schema());

    assertThat(SchemaFiles.problems(schema, example.full())).isEmpty();
    assertThat(SchemaFiles.problems(schema, example.minimal())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFieldOfALaterVersionIsValid(Example example) {
    ObjectNode later = example.full().deepCopy();
    later.put("addedLater", 1);

    assertThat(SchemaFiles.problems(SchemaFiles.today(example.schema()), later)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMissingRequiredFieldIsInvalid(Example example) {
    JsonNode schema = SchemaFiles.today(example.schema());

    assertThat(schema.path("required"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(example.minimal().has(name.asText())).isTrue());
    for (JsonNode required : schema.path("required")) {
      ObjectNode without = example.full().deepCopy();
      without.remove(required.asText());
      assertThat(SchemaFiles.problems(schema, without))
          .singleElement()
          .asString()
          .contains("required property '" + required.asText() + "' not found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-24T09:30:00", "24.11.2026"})
  void aDateThatIsNeitherDayNorMomentIsInvalid(String date) {
    ObjectNode article = Example.ARTICLE.full().deepCopy();
    article.put("publishedAt", date);

    assertThat(SchemaFiles.problems(SchemaFiles.today("article-1"), article))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).contains("/publishedAt"));
  }

  @Test
  void anEnrichedArticleIsAnArticleToo() {
    JsonNode article = SchemaFiles.today("article-1");
    JsonNode enriched = SchemaFiles.today("enriched-article-1");

    article
        .path("properties")
        .properties()
        .forEach(
            property ->
                assertThat(enriched.path("properties").path(property.getKey()))
                    .as(property.getKey())
                    .isEqualTo(property.getValue()));
    assertThat(enriched.path("required")).containsAll(article.path("required"));
    assertThat(enriched.path("$defs")).isEqualTo(article.path("$defs"));
    assertThat(SchemaFiles.problems(article, Example.ENRICHED_ARTICLE.full())).isEmpty();
  }

  @Test
  void theDocumentationHoldsTheSameFilesAsTheJar() throws IOException {
    for (Path file : filesBelow(PUBLISHED)) {
      String name = PUBLISHED.relativize(file).toString().replace('\\', '/');
      try (InputStream in = getClass().getResourceAsStream("/io/keeling/contract/" + name)) {
        assertThat(in).as(name).isNotNull();
        assertThat(Files.readAllBytes(file)).as(name).isEqualTo(in.readAllBytes());
      }
    }
    assertThat(filesBelow(PUBLISHED.resolve("schemas"))).hasSize(Example.values().length);
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
