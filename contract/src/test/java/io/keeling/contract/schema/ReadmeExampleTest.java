package io.keeling.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of tags in the README of this module. */
class ReadmeExampleTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```json\\n(.*?)```");

  @Test
  void exampleIsValidAndReadable() throws Exception {
    ObjectNode article = Example.ENRICHED_ARTICLE.full().deepCopy();
    article.setAll((ObjectNode) example());

    assertThat(SchemaFiles.problems(SchemaFiles.today("enriched-article-1"), article)).isEmpty();
    assertThat(Json.MAPPER.treeToValue(article, EnrichedArticle.class).topics()).hasSize(2);
  }

  @Test
  void itsOffsetsCutOutWhatTheyStandFor() throws Exception {
    JsonNode example = example();
    String text = example.path("text").asText();

    JsonNode name = example.path("names").get(0);
    assertThat(cut(text, name.path("mentions").get(0))).isEqualTo(name.path("text").asText());
    for (JsonNode evidence : example.findValues("evidence")) {
      String term = evidence.get(0).path("rule").asText().replace("lexicon:", "");
      assertThat(cut(text, evidence.get(0))).startsWith(term);
    }
  }

  private static String cut(String text, JsonNode span) {
    return text.substring(span.path("start").asInt(), span.path("end").asInt());
  }

  private static JsonNode example() throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
    List<String> found = block.results().map(result -> result.group(1)).toList();
    assertThat(found).hasSize(1);
    return Json.MAPPER.readTree(found.get(0));
  }
}
