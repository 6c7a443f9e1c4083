package io.keeling.desk.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says a schema in a few words, with its bounds. */
final class TypeWords {

  private TypeWords() {}

  static ApiDocument.Type of(JsonNode schema) {
    if (References.isReference(schema)) {
      return new ApiDocument.Type("", References.name(schema));
    }
    if (schema.has("items")) {
      ApiDocument.Type of = of(schema.get("items"));
      String most =
          schema.has("maxItems") ? "up to " + schema.get("maxItems").asInt() + " of " : "";
      return new ApiDocument.Type("list of " + most + of.words(), of.name());
    }
    JsonNode values = schema.path("additionalProperties");
    if (values.isObject()) {
      ApiDocument.Type of = of(values);
      return new ApiDocument.Type("by name, " + of.words(), of.name());
    }
    return new ApiDocument.Type(words(schema), "");
  }

  private static String words(JsonNode schema) {
    StringBuilder words = new StringBuilder(kind(schema));
    add(words, schema, "maxLength", ", at most ", " characters");
    add(words, schema, "minimum", ", from ", "");
    add(words, schema, "maximum", schema.has("minimum") ? " to " : ", up to ", "");
    add(words, schema, "pattern", ", as ", "");
    add(words, schema, "default", ", default ", "");
    return words.toString();
  }

  private static String kind(JsonNode schema) {
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.get("enum").spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(" | "));
    }
    String type = schema.path("type").asText();
    return switch (schema.path("format").asText()) {
      case "" -> type;
      case "binary" -> "file";
      case "date-time" -> "moment (RFC 3339)";
      case "date" -> "day";
      default -> type + " (" + schema.get("format").asText() + ")";
    };
  }

  private static void add(
      StringBuilder words, JsonNode schema, String key, String before, String behind) {
    if (schema.has(key)) {
      words.append(before).append(schema.get(key).asText()).append(behind);
    }
  }
}
