package io.keeling.desk.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the examples of a schema's properties together to one of the whole. Immutable, but for the
 * tree it reads.
 *
 * @param references of the document that the schemas are of
 */
record SampleAnswers(References references) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One space a level: a third of the page that shows them is samples. */
  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter(" ", "\n"));

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DEFAULT_COUNT = "1";

  /** The whole, indented. */
  String of(JsonNode schema) {
    try {
      return MAPPER.writer(LAYOUT).writeValueAsString(sample(schema, new HashSet<>()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written as JSON", e);
    }
  }

  /**
   * @param within names of the schemas that the one at hand is part of
   */
  private JsonNode sample(JsonNode schema, Set<String> within) {
    if (References.isReference(schema)) {
      String name = References.name(schema);
      Set<String> deeper = new HashSet<>(within);
      // What is made of its own kind ends at once.
      return deeper.add(name) ? sample(references.resolve(schema), deeper) : NODES.missingNode();
    }
    for (String example : new String[] {"/examples/0", "/default", "/enum/0"}) {
      if (!schema.at(example).isMissingNode()) {
        return schema.at(example);
      }
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, within);
      case "array" -> array(schema, within);
      case "boolean" -> NODES.booleanNode(false);
      case "integer", "number" ->
          NODES.numberNode(Integer.parseInt(schema.path("minimum").asText(DEFAULT_COUNT)));
      default -> NODES.textNode(text(schema.path("format").asText()));
    };
  }

  private ObjectNode object(JsonNode schema, Set<String> within) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = sample(property.getValue(), within);
      if (!value.isMissingNode()) {
        object.set(property.getKey(), value);
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, Set<String> within) {
    ArrayNode array = NODES.arrayNode();
    JsonNode item = sample(schema.path("items"), within);
    return item.isMissingNode() ? array : array.add(item);
  }

  private static String text(String format) {
    return format.equals("date") ? "2026-11-24" : "2026-11-24T08:30:00Z";
  }
}
