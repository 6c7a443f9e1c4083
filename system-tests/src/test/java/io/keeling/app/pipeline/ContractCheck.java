package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.fetch.Sites;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Holds what lies in the topics against the AsyncAPI document. */
final class ContractCheck {

  private static final Path DOCUMENT = Path.of("..", "docs", "contract", "asyncapi.yaml");

  private final KafkaConnection kafka;
  private final JsonNode document;

  ContractCheck(KafkaConnection kafka) throws IOException {
    this.kafka = kafka;
    this.document = new YAMLMapper().readTree(DOCUMENT.toFile());
  }

  /** Every record has the headers and the key that the document describes. */
  void everyRecordIsAsDescribed(TopicSpec topic) throws IOException {
    JsonNode headers = headers(topic);
    Set<String> described = new HashSet<>();
    headers.path("properties").fieldNames().forEachRemaining(described::add);
    List<String> required = new ArrayList<>();
    headers.path("required").forEach(name -> required.add(name.asText()));
    int count = 0;
    try (TopicScan scan = new TopicScan(kafka, topic.name(), null)) {
      for (; scan.hasNext(); count++) {
        ConsumerRecord<byte[], byte[]> record = scan.next();
        Set<String> names = new HashSet<>();
        record.headers().forEach(header -> names.add(header.key()));
        assertThat(described).as(topic.name()).containsAll(names);
        assertThat(names).as(topic.name()).containsAll(required);
        assertThat(text(record.key())).as(topic.name()).isEqualTo(key(topic, record));
      }
    }
    assertThat(count).as(topic.name()).isPositive();
  }

  private JsonNode headers(TopicSpec topic) {
    for (JsonNode channel : document.path("channels")) {
      if (channel.path("address").asText().equals(topic.name())) {
        JsonNode message = at(channel.path("messages").elements().next());
        return at(message.path("headers"));
      }
    }
    throw new AssertionError(topic + " is not in " + DOCUMENT);
  }

  private JsonNode at(JsonNode reference) {
    return document.at(reference.path("$ref").asText().substring(1));
  }

  /** What {@link TopicSpec#key} means. */
  private static @Nullable String key(TopicSpec topic, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    if (record.value() == null) {
      // A takedown says of which article by its key alone.
      assertThat(topic.key()).as(topic.name()).isEqualTo("article id");
      return text(record.key());
    }
    JsonNode value =
        topic.equals(Topics.PAGES) ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(record.value());
    return switch (topic.key()) {
      case "source id", "article id" -> value.path("id").asText();
      case "article id, / and tag" ->
          ContractSerdes.TAG_CORRECTION.deserialize(topic.name(), record.value()).key();
      case "host" -> host(header(record, HeaderNames.URL));
      case "site: the registrable domain" -> {
        String robots = header(record, HeaderNames.ROBOTS_AT);
        String at = robots == null ? header(record, HeaderNames.AT) : robots;
        yield Sites.of(host(at == null ? value.path("url").asText() : at));
      }
      case "key of the record that failed" -> {
        DeadLetter letter = ContractSerdes.DEAD_LETTER.deserialize(topic.name(), record.value());
        yield letter.origin().key();
      }
      default -> throw new AssertionError(topic.key());
    };
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return HeaderValues.get(record.headers(), name);
  }

  private static String host(String url) {
    return CanonicalUrl.of(url).orElseThrow().host();
  }

  private static @Nullable String text(byte @Nullable [] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  /**
   * The codecs of a topic's records.
   *
   * @param logs the broker's directory
   */
  static Set<CompressionType> codecs(Path logs, TopicSpec topic) throws IOException {
    Set<CompressionType> codecs = EnumSet.noneOf(CompressionType.class);
    List<Path> segments;
    try (Stream<Path> files = Files.walk(logs)) {
      segments =
          files
              .filter(file -> file.toString().endsWith(".log"))
              .filter(file -> partition(topic, file.getParent().getFileName().toString()))
              .toList();
    }
    for (Path segment : segments) {
      try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
        for (RecordBatch batch : records.batches()) {
          if (!batch.isControlBatch()) {
            codecs.add(batch.compressionType());
          }
        }
      }
    }
    return codecs;
  }

  private static boolean partition(TopicSpec topic, String directory) {
    return directory.matches(java.util.regex.Pattern.quote(topic.name()) + "-\\d+");
  }
}
