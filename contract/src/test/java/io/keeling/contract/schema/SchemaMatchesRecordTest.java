package io.keeling.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMatchesRecordTest {

  private static final Map<Type, String> SIMPLE_TYPES =
      Map.of(
          String.class,
          "string",
          int.class,
          "integer",
          Integer.class,
          "integer",
          long.class,
          "integer",
          double.class,
          "number",
          Double.class,
          "number",
          boolean.class,
          "boolean",
          Boolean.class,
          "boolean",
          Duration.class,
          "string");

  /** Fields that came later: always written now, and never required, as older records lack them. */
  private static final Set<String> ADDED =
      Set.of(
          "EnrichedArticle.climate.evidence",
          "EnrichedArticle.topics[].grade",
          "EnrichedArticle.corrections");

  @ParameterizedTest
  @EnumSource
  void theSchemaSaysWhatTheRecordHas(Example example) {
    JsonNode schema = SchemaFiles.today(example.schema());

    assertThat(schema.path("title").asText()).isEqualTo(example.type().getSimpleName());
    checkRecord(example.type(), schema, schema, example.type().getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void theFullExampleSetsEveryField(Example example) {
    assertThat(example.full().properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(components(example.type()).keySet());
  }

  @Test
  void everySerdeNamesASchemaInItsHeader() {
    assertThat(
            Stream.<Serializer<?>>of(
                    ContractSerdes.SOURCE,
                    ContractSerdes.FETCH_REQUEST,
                    ContractSerdes.REMOVAL,
                    ContractSerdes.ARTICLE,
                    ContractSerdes.TAG_CORRECTION,
                    ContractSerdes.ENRICHED_ARTICLE,
                    ContractSerdes.DEAD_LETTER)
                .map(SchemaMatchesRecordTest::schemaHeader))
        .containsExactlyElementsOf(Stream.of(Example.values()).map(Example::schema).toList());
  }

  private static String schemaHeader(Serializer<?> serializer) {
    var headers = new RecordHeaders();
    serializer.serialize("topic", headers, null);
    return HeaderValues.require(headers, HeaderNames.SCHEMA).replace('/', '-');
  }

  private static void checkRecord(Class<?> type, JsonNode schema, JsonNode root, String path) {
    Map<String, RecordComponent> components = components(type);
    JsonNode properties = schema.path("properties");
    assertThat(schema.path("type").asText()).as(path).isEqualTo("object");
    assertThat(properties.properties().stream().map(Map.Entry::getKey))
        .as(path)
        .containsExactlyElementsOf(components.keySet());
    assertThat(texts(schema.path("required")))
        .as(path + " required")
        .containsExactlyElementsOf(
            components.values().stream()
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(name -> !ADDED.contains(path + "." + name))
                .toList());
    assertThat(schema.path("additionalProperties").asBoolean(true)).as(path).isTrue();
    assertThat(schema.path("unevaluatedProperties").asBoolean(true)).as(path).isTrue();
    components.forEach(
        (name, component) -> {
          JsonNode property = properties.path(name);
          assertThat(property.path("description").asText()).as(path + "." + name).isNotBlank();
          if (List.of("start", "end", "text").contains(name) && path.matches("Article|.*\\[]")) {
            assertThat(property.path("description").asText())
                .as(path + "." + name)
                .containsAnyOf("UTF-16 code unit", "longest form");
          }
          checkType(component.getGenericType(), property, root, path + "." + name);
        });
  }

  private static void checkType(Type type, JsonNode schema, JsonNode root, String path) {
    if (schema.has("$ref")) {
      checkType(type, root.at(schema.path("$ref").asText().substring(1)), root, path);
    } else if (type == NewsDate.class) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
      assertThat(schema.path("anyOf").findValuesAsText("format"))
          .as(path)
          .containsExactly("date", "date-time");
    } else if (type == Instant.class) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
      assertThat(schema.path("format").asText()).as(path).isEqualTo("date-time");
    } else if (type == byte[].class) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
      assertThat(schema.path("contentEncoding").asText()).as(path).isEqualTo("base64");
    } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("array");
      checkType(generic.getActualTypeArguments()[0], schema.path("items"), root, path + "[]");
    } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("object");
      checkType(
          generic.getActualTypeArguments()[1],
          schema.path("additionalProperties"),
          root,
          path + "{}");
    } else if (type instanceof Class<?> c && c.isEnum()) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("string");
      assertThat(texts(schema.path("enum")))
          .as(path)
          .containsExactlyElementsOf(
              Stream.of(c.getEnumConstants())
                  .map(constant -> Json.MAPPER.convertValue(constant, String.class))
                  .toList());
    } else if (type instanceof Class<?> c && c.isRecord()) {
      checkRecord(c, schema, root, path);
    } else {
      assertThat(SIMPLE_TYPES).as(path).containsKey(type);
      assertThat(schema.path("type").asText()).as(path).isEqualTo(SIMPLE_TYPES.get(type));
    }
  }

  /** The components of a record as they stand in JSON: those of an unwrapped one in its place. */
  private static Map<String, RecordComponent> components(Class<?> type) {
    Map<String, RecordComponent> result = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, RecordComponent> fields =
          component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
              ? components(component.getType())
              : Map.of(component.getName(), component);
      fields.forEach(
          (name, field) ->
              assertThat(result.put(name, field)).as(name + " is there twice").isNull());
    }
    return result;
  }

  private static List<String> texts(JsonNode array) {
    List<String> result = new ArrayList<>();
    array.forEach(element -> result.add(element.asText()));
    return result;
  }
}
