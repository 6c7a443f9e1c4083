package io.keeling.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Converts records to lines of JSON and back. Bytes are written as text if they are UTF-8, so that
 * a backup can be read without Keeling, else as {@code {"base64": ...}}.
 */
final class RecordLine {

  private static final String BASE64 = "base64";

  private RecordLine() {}

  /** The line of a record, without a line break. */
  static byte[] of(ConsumerRecord<byte[], byte[]> record) throws IOException {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("offset", record.offset());
    line.put("timestamp", record.timestamp());
    put(line, "key", record.key());
    ArrayNode headers = line.putArray("headers");
    for (Header header : record.headers()) {
      put(headers.addObject().put("name", header.key()), "value", header.value());
    }
    put(line, "value", record.value());
    return Json.MAPPER.writeValueAsBytes(line);
  }

  private static void put(ObjectNode node, String name, byte @Nullable [] bytes) {
    if (bytes == null) {
      node.putNull(name);
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      node.put(name, text);
    } else {
      node.putObject(name).put(BASE64, bytes);
    }
  }

  /**
   * The record of a line, for the topic and partition that it came from.
   *
   * @throws IOException if the line was not written by a backup
   */
  static ProducerRecord<byte[], byte[]> parse(String line, String topic, int partition)
      throws IOException {
    JsonNode node = Json.MAPPER.readTree(line);
    Headers headers = new RecordHeaders();
    for (JsonNode header : node.path("headers")) {
      headers.add(header.path("name").asText(), bytes(header.path("value")));
    }
    return new ProducerRecord<>(
        topic,
        partition,
        node.path("timestamp").asLong(),
        bytes(node.path("key")),
        bytes(node.path("value")),
        headers);
  }

  private static byte @Nullable [] bytes(JsonNode node) throws IOException {
    if (node.isNull()) {
      return null;
    }
    if (node.isTextual()) {
      return node.textValue().getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = node.path(BASE64).binaryValue();
    if (bytes == null) {
      throw new IOException("a line of a backup lacks a field");
    }
    return bytes;
  }
}
