package io.keeling.contract.serde;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.keeling.contract.header.HeaderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serialises a record of the contract as JSON, and sets the {@code keeling-schema} header if there
 * are headers. Threads may share it.
 *
 * <p>Deserialising throws {@link SerializationException} for bytes that are not a record of this
 * type. Its message names the record, the kind of error and the place. Neither the message nor a
 * cause quotes content, as Jackson's own messages do.
 *
 * @param <T> the record
 */
public final class JsonSerde<T> implements Serde<T>, Serializer<T>, Deserializer<T> {

  private final Class<T> type;
  private final byte[] schema;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /**
   * @param schema name and version of the record's schema, such as {@code article/1}
   */
  public JsonSerde(Class<T> type, String schema) {
    this.type = type;
    this.schema = schema.getBytes(StandardCharsets.UTF_8);
    this.reader = Json.MAPPER.readerFor(type);
    this.writer = Json.MAPPER.writerFor(type);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
    headers.remove(HeaderNames.SCHEMA);
    headers.add(HeaderNames.SCHEMA, schema);
    return serialize(topic, value);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    if (value == null) {
      return null;
    }
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException(
          "cannot write " + type.getSimpleName() + " as JSON: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    T value;
    try {
      value = reader.readValue(bytes);
    } catch (JsonProcessingException e) {
      throw unreadable(e, place(e));
    } catch (IOException | RuntimeException e) {
      throw unreadable(e, "");
    }
    if (value == null) {
      throw new SerializationException(
          "not a readable %s: the JSON literal null, which is no tombstone"
              .formatted(type.getSimpleName()));
    }
    return value;
  }

  private SerializationException unreadable(Exception e, String place) {
    return new SerializationException(
        "not a readable %s: %s%s"
            .formatted(type.getSimpleName(), e.getClass().getSimpleName(), place));
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  @Override
  public Serializer<T> serializer() {
    return this;
  }

  @Override
  public Deserializer<T> deserializer() {
    return this;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {}

  @Override
  public void close() {}
}
