package io.keeling.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.AnnotatorResources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineAnnotatorTest {

  private static LineAnnotator annotator;

  @BeforeAll
  static void load() {
    annotator = new LineAnnotator(AnnotatorResources.load());
  }

  @Test
  void tagsStandBesideTheFieldsThatWereThere() throws Exception {
    JsonNode line =
        Json.MAPPER.readTree(
            annotator.annotate(
                "{\"id\":\"doc-1\",\"mine\":[1],\"language\":\"en\",\"text\":\"The European Union wants to reach net zero by 2050.\"}"));

    assertThat(line.path("id").asText()).isEqualTo("doc-1");
    assertThat(line.path("mine").get(0).asInt()).isEqualTo(1);
    assertThat(line.path("topics").findValuesAsText("id")).contains("targets-net-zero");
    assertThat(line.path("climate").path("grade").asText()).isEqualTo("main");
  }

  @Test
  void theLanguageIsDetectedWhereItIsNotGiven() throws Exception {
    JsonNode line =
        Json.MAPPER.readTree(
            annotator.annotate(
                "{\"text\":\"Die Regierung will den Ausbau der Windkraft in Norddeutschland in diesem Jahr beschleunigen.\"}"));

    assertThat(line.path("language").asText()).isEqualTo("de");
  }

  @Test
  void aLineThatCannotBeTaggedSaysWhy() throws Exception {
    assertThat(Json.MAPPER.readTree(annotator.annotate("oops")).path("error").asText())
        .isEqualTo("not JSON");
    assertThat(Json.MAPPER.readTree(annotator.annotate("[1]")).path("error").asText())
        .isEqualTo("not an object");
    assertThat(Json.MAPPER.readTree(annotator.annotate("{\"id\":1}")).path("error").asText())
        .contains("text");
  }
}
