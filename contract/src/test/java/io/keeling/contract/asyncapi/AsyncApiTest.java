package io.keeling.contract.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.schema.Example;
import io.keeling.contract.schema.SchemaFiles;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final JsonNode DOCUMENT = read();

  @Test
  void theDocumentNamesTheTopicsInTheOrderOfTheFlow() {
    assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(Stream.of(channels()).map(c -> c.path("address").asText()))
        .containsExactlyElementsOf(Topics.ALL.stream().map(TopicSpec::name).toList());
  }

  @Test
  void everyTopicHasTheSettingsItIsCreatedWith() {
    for (JsonNode channel : channels()) {
      JsonNode binding = channel.path("bindings").path("kafka");
      String name = channel.path("address").asText();
      assertThat(binding.path("topic").asText()).isEqualTo(name);
      assertThat(settings(binding.path("topicConfiguration")))
          .as(name)
          .isEqualTo(topic(channel).settings());
    }
  }

  @Test
  void everyKeyIsWhatTheTopicIsKeyedBy() {
    for (JsonNode channel : channels()) {
      String key = message(channel).at("/bindings/kafka/key/description").asText();
      assertThat(key.toLowerCase(Locale.ROOT)).startsWith(topic(channel).key());
    }
  }

  @Test
  void everyMessageHasAKeyAndTheSchemaOfItsName() {
    List<String> schemas = new ArrayList<>();
    for (JsonNode channel : channels()) {
      JsonNode message = message(channel);
      String name = message.path("name").asText().replace('/', '-');
      assertThat(message.at("/bindings/kafka/key/type").asText()).as(name).isEqualTo("string");
      if (!name.equals("page-1")) {
        String reference = message.at("/payload/schema/$ref").asText();
        assertThat(reference).isEqualTo("schemas/" + name + ".schema.json");
        assertThat(SchemaFiles.today(name).path("title")).isEqualTo(message.path("title"));
        schemas.add(name);
      }
    }
    assertThat(schemas)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Example.values()).map(Example::schema).toList());
  }

  @Test
  void theHeadersAreThoseOfHeaderNames() {
    Set<String> described = new HashSet<>();
    for (JsonNode channel : channels()) {
      JsonNode headers = at(message(channel).path("headers"));
      Set<String> names = new HashSet<>();
      headers.path("properties").fieldNames().forEachRemaining(names::add);
      assertThat(names).contains(HeaderNames.SCHEMA, HeaderNames.TRACE, HeaderNames.TRACE_PARENT);
      described.addAll(names);
      String topic = channel.path("address").asText();
      if (topic.equals(Topics.ARTICLES.name())) {
        assertThat(names).hasSize(5).contains(HeaderNames.SENT_AGAIN, HeaderNames.REMOVAL);
      } else if (topic.equals(Topics.FETCHES.name())) {
        assertThat(names).hasSize(9).contains(HeaderNames.AT, HeaderNames.ROBOTS_BODY);
      } else if (!topic.equals(Topics.PAGES.name())) {
        assertThat(names).hasSize(3);
      }
    }
    assertThat(described).isEqualTo(headerNames());
  }

  @Test
  void theRequiredHeadersOfAPageAreThoseItAlwaysHas() {
    Page bare =
        Page.builder(
                "https://example.org/a", FetchPurpose.ARTICLE, "example", Instant.EPOCH, "trace")
            .outcome(FetchOutcome.UNREACHABLE, 0)
            .build();
    JsonNode schema = DOCUMENT.at("/components/schemas/pageHeaders");

    assertThat(texts(schema.path("required")))
        .containsExactlyInAnyOrderElementsOf(text(bare.headers()).keySet());
    assertThat(SchemaFiles.problems(schema, Json.MAPPER.valueToTree(text(bare.headers()))))
        .isEmpty();
  }

  @Test
  void theConstantsOfPageHeadersAreThoseOfTheCode() {
    JsonNode properties = DOCUMENT.at("/components/schemas/pageHeaders/properties");

    assertThat(texts(properties.path(HeaderNames.OUTCOME).path("enum")))
        .containsExactlyElementsOf(
            Stream.of(FetchOutcome.values()).map(FetchOutcome::label).toList());
    assertThat(texts(properties.path(HeaderNames.PURPOSE).path("enum")))
        .containsExactlyElementsOf(
            Stream.of(FetchPurpose.values()).map(FetchPurpose::label).toList());
  }

  @Test
  void everyReferenceInsideTheDocumentLeadsSomewhere() {
    for (String reference : DOCUMENT.findValuesAsText("$ref")) {
      if (reference.startsWith("#")) {
        assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      }
    }
  }

  private static JsonNode read() {
    try (InputStream in =
        AsyncApiTest.class.getResourceAsStream("/io/keeling/contract/asyncapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode[] channels() {
    List<JsonNode> result = new ArrayList<>();
    DOCUMENT.path("channels").forEach(result::add);
    return result.toArray(JsonNode[]::new);
  }

  private static TopicSpec topic(JsonNode channel) {
    String name = channel.path("address").asText();
    return Topics.ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonNode message(JsonNode channel) {
    assertThat(channel.path("messages")).hasSize(1);
    return at(channel.path("messages").elements().next());
  }

  private static JsonNode at(JsonNode reference) {
    return DOCUMENT.at(reference.path("$ref").asText().substring(1));
  }

  private static Map<String, String> settings(JsonNode configuration) {
    Map<String, String> result = new TreeMap<>();
    configuration
        .properties()
        .forEach(
            setting ->
                result.put(
                    setting.getKey(),
                    setting.getValue().isArray()
                        ? String.join(",", texts(setting.getValue()))
                        : setting.getValue().asText()));
    return result;
  }

  private static Set<String> headerNames() {
    Set<String> result = new HashSet<>();
    Arrays.stream(HeaderNames.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(AsyncApiTest::value)
        .forEach(result::add);
    return result;
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> result = new ArrayList<>();
    array.forEach(element -> result.add(element.asText()));
    return result;
  }

  private static Map<String, String> text(Headers headers) {
    Map<String, String> result = new TreeMap<>();
    headers.forEach(h -> result.put(h.key(), HeaderValues.get(headers, h.key())));
    return result;
  }
}
