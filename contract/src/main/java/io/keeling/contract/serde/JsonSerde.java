package io.keeling.contract.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one of the contract's records as JSON and reads it back; sets the {@code keeling-schema}
 * header when it writes with headers. Threads may share it.
 *
 * <p>Reading throws {@link SerializationException} for bytes that are not that record; the message
 * names the place, never the content.
 *
 * @param <T> the record
 */
public final class JsonSerde<T> implements Serde<T>, Serializer<T>, Deserializer<T> {

  private final Class<T> type;
  private final byte[] schema;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /**
   * @param type the record's class
   * @param schema name and version of its schema, such as {@code article/1}
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
      throw new SerializationException("cannot write " + type.getSimpleName() + " as JSON", e);
    }
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return reader.readValue(bytes);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new SerializationException(
          "not a " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "not a " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
    }
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
  public void configure(java.util.Map<String, ?> configs, boolean isKey) {
    // Nothing to configure.
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
