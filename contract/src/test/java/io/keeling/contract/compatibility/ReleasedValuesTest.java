package io.keeling.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.schema.Example;
import io.keeling.contract.schema.SchemaFiles;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as they were released, read by today's records. The files are never changed. */
class ReleasedValuesTest {

  @ParameterizedTest
  @CsvSource({
    "SOURCE,source-full",
    "SOURCE,source-minimal",
    "FETCH_REQUEST,fetch-request-full",
    "FETCH_REQUEST,fetch-request-minimal",
    "REMOVAL,removal-full",
    "REMOVAL,removal-minimal",
    "ARTICLE,article-full",
    "ARTICLE,article-minimal",
    "TAG_CORRECTION,tag-correction-full",
    "TAG_CORRECTION,tag-correction-minimal",
    "ENRICHED_ARTICLE,enriched-article-full",
    "ENRICHED_ARTICLE,enriched-article-minimal",
    "DEAD_LETTER,dead-letter-full",
    "DEAD_LETTER,dead-letter-minimal"
  })
  void aReleasedValueIsReadWithoutLossAndIsStillValid(Example example, String fixture)
      throws IOException {
    JsonNode released = SchemaFiles.resource("/compatibility/1/" + fixture + ".json");

    Object value = Json.MAPPER.treeToValue(released, example.type());
    JsonNode writtenAgain = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(value));

    assertThat(onlyFieldsOf(released, writtenAgain)).isEqualTo(released);
    assertThat(SchemaFiles.problems(SchemaFiles.today(example.schema()), released)).isEmpty();
  }

  @Test
  void theHeadersOfAReleasedPageAreReadWithoutLoss() {
    JsonNode released = SchemaFiles.resource("/compatibility/1/page-headers.json");
    Headers headers = new RecordHeaders();
    released
        .properties()
        .forEach(h -> HeaderValues.put(headers, h.getKey(), h.getValue().asText()));

    Headers writtenAgain = Page.of(headers, null).headers();

    assertThat(text(writtenAgain)).containsAllEntriesOf(text(headers));
    assertThat(headers.toArray()).as("every header of version 1").hasSize(16);
    assertThat(HeaderValues.get(writtenAgain, HeaderNames.OUTCOME)).isEqualTo("rate-limited");
  }

  /** Today's records may write more than was released; what was released must all be there. */
  private static JsonNode onlyFieldsOf(JsonNode released, JsonNode today) {
    if (released.isObject() && today instanceof ObjectNode object) {
      Set<String> added = new HashSet<>();
      object.fieldNames().forEachRemaining(added::add);
      released.fieldNames().forEachRemaining(added::remove);
      object.remove(added);
      released.properties().forEach(f -> onlyFieldsOf(f.getValue(), object.path(f.getKey())));
    } else if (released.isArray()) {
      for (int i = 0; i < released.size(); i++) {
        onlyFieldsOf(released.path(i), today.path(i));
      }
    }
    return today;
  }

  private static Map<String, String> text(Headers headers) {
    Map<String, String> result = new TreeMap<>();
    headers.forEach(h -> result.put(h.key(), HeaderValues.get(headers, h.key())));
    return result;
  }
}
