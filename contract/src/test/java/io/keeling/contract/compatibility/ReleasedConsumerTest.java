package io.keeling.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.schema.Example;
import io.keeling.contract.schema.SchemaFiles;
import io.keeling.contract.serde.Json;
import io.keeling.contract.serde.JsonSerde;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A consumer that was built on the files of the last release reads what is written today. */
class ReleasedConsumerTest {

  private static final String RELEASE = "/compatibility/1/";

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenTodayIsValidByTheReleasedSchema(Example example) throws IOException {
    JsonNode schema =
        SchemaFiles.resource(RELEASE + "schemas/" + example.schema() + ".schema.json");

    assertThat(SchemaFiles.problems(schema, onTheTopic(example, example.full()))).isEmpty();
    assertThat(SchemaFiles.problems(schema, onTheTopic(example, example.minimal()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldThatTheReleasedExampleHasIsStillWrittenInTheSameForm(Example example)
      throws IOException {
    String name = example.schema().replaceFirst("-\\d+$", "");
    JsonNode released = SchemaFiles.resource(RELEASE + name + "-full.json");
    List<String> missing = new ArrayList<>();

    compare("", released, onTheTopic(example, example.full()), missing);

    assertThat(missing).isEmpty();
  }

  @Test
  void theFilesOfTheReleaseAreAsTheyWereReleased() throws Exception {
    String digests = new String(bytes(RELEASE + "digests.txt"), StandardCharsets.UTF_8);
    assertThat(digests.lines()).hasSizeGreaterThan(10);
    for (String line : digests.lines().toList()) {
      String[] parts = line.split(" +", 2);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(RELEASE + parts[1]));
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
    }
  }

  /** The value as a consumer finds it: the bytes of the topic, under the schema's header. */
  private static JsonNode onTheTopic(Example example, JsonNode value) throws IOException {
    String schema = example.schema().replaceFirst("-(\\d+)$", "/$1");
    Headers headers = new RecordHeaders();
    byte[] bytes = written(example.type(), schema, value, headers);
    assertThat(HeaderValues.get(headers, HeaderNames.SCHEMA)).isEqualTo(schema);
    return Json.MAPPER.readTree(bytes);
  }

  private static <T> byte[] written(Class<T> type, String schema, JsonNode value, Headers headers)
      throws IOException {
    return new JsonSerde<>(type, schema)
        .serialize("topic", headers, Json.MAPPER.treeToValue(value, type));
  }

  private static void compare(
      String path, JsonNode released, JsonNode today, List<String> missing) {
    if (released.getNodeType() != today.getNodeType()) {
      missing.add(path + " is " + today.getNodeType() + ", was " + released.getNodeType());
    } else if (released.isObject()) {
      released
          .properties()
          .forEach(
              field ->
                  compare(
                      path + "/" + field.getKey(),
                      field.getValue(),
                      today.path(field.getKey()),
                      missing));
    } else if (released.isArray() && !released.isEmpty()) {
      compare(path + "/0", released.path(0), today.path(0), missing);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ReleasedConsumerTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
