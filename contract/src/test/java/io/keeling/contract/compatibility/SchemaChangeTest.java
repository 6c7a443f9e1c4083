package io.keeling.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.schema.Example;
import io.keeling.contract.schema.SchemaFiles;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaChangeTest {

  @ParameterizedTest
  @EnumSource
  void todaysSchemaOnlyAddsToTheReleasedOne(Example example) {
    JsonNode released =
        SchemaFiles.resource("/compatibility/1/schemas/" + example.schema() + ".schema.json");

    assertThat(SchemaChange.breaks(released, SchemaFiles.today(example.schema()))).isEmpty();
  }

  @Test
  void anAddedFieldBreaksNothing() {
    assertThat(breaks(s -> properties(s).putObject("mood").put("type", "string"))).isEmpty();
  }

  @Test
  void anAddedConstantBreaksNothing() {
    assertThat(breaks(s -> ((ArrayNode) climate(s).path("grade").path("enum")).add("unclear")))
        .isEmpty();
  }

  @Test
  void anAddedOrNarrowerLimitBreaksNothing() {
    assertThat(breaks(s -> ((ObjectNode) properties(s).path("topics")).put("maxItems", 99)))
        .isEmpty();
    assertThat(breaks(s -> ((ObjectNode) properties(s).path("title")).put("maxLength", 99)))
        .isEmpty();
  }

  @Test
  void aWiderOrLostLimitIsABreak() {
    assertThat(breaks(s -> ((ObjectNode) properties(s).path("title")).put("maxLength", 9_999)))
        .containsExactly("/title has a wider maxLength");
    assertThat(breaks(s -> ((ObjectNode) properties(s).path("authors")).remove("maxItems")))
        .containsExactly("/authors has a wider maxItems");
  }

  @Test
  void aLostFieldIsABreak() {
    assertThat(breaks(s -> climate(s).remove("score"))).containsExactly("/climate/score is gone");
  }

  @Test
  void aLostConstantIsABreak() {
    assertThat(breaks(s -> ((ArrayNode) climate(s).path("grade").path("enum")).remove(0)))
        .containsExactly("/climate/grade lost a constant");
  }

  @Test
  void aChangedTypeIsABreak() {
    assertThat(breaks(s -> ((ObjectNode) properties(s).path("revision")).put("type", "string")))
        .containsExactly("/revision has another type");
  }

  @Test
  void aNewlyRequiredFieldIsABreak() {
    assertThat(breaks(s -> ((ArrayNode) s.path("required")).add("story")))
        .containsExactly("/story is newly required");
  }

  @Test
  void aFieldThatIsNoLongerRequiredIsABreak() {
    assertThat(breaks(s -> ((ArrayNode) s.path("required")).remove(0)))
        .containsExactly("/id is no longer certain to be there");
  }

  private static Iterable<String> breaks(Consumer<ObjectNode> change) {
    JsonNode released = SchemaFiles.today("enriched-article-1");
    ObjectNode changed = released.deepCopy();
    change.accept(changed);
    return SchemaChange.breaks(released, changed);
  }

  private static ObjectNode properties(JsonNode schema) {
    return (ObjectNode) schema.path("properties");
  }

  private static ObjectNode climate(JsonNode schema) {
    return properties(properties(schema).path("climate"));
  }
}
