package io.keeling.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param properties further client properties under Kafka's own names, such as those for TLS and
 *     SASL
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) {

  public KafkaConnection {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }

  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** Returns the properties of every client, in a new map that the caller may change. */
  public Map<String, Object> clientProperties() {
    Map<String, Object> result = new HashMap<>(properties);
    result.put("bootstrap.servers", bootstrapServers);
    return result;
  }

  /**
   * Returns the properties of a producer that neither loses nor repeats a write, in a new map that
   * the caller may change. Only one request is in flight at a time. With several, the first may
   * find the partition without a leader, while the second reaches the new leader. That leader takes
   * the second for the beginning of an empty partition, and refuses the first until its time-out
   * (KAFKA-15591, in brokers before 4.5).
   */
  public Map<String, Object> producerProperties() {
    Map<String, Object> result = clientProperties();
    result.put("acks", "all");
    result.put("enable.idempotence", true);
    result.putIfAbsent("max.in.flight.requests.per.connection", 1);
    return result;
  }

  /** Creates a producer of text keys and bytes with the given properties. */
  public static KafkaProducer<String, byte[]> producer(Map<String, Object> properties) {
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /** Creates a consumer of text keys and bytes with the given properties. */
  public static KafkaConsumer<String, byte[]> consumer(Map<String, Object> properties) {
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Omits the properties, which may contain secrets. */
  @Override
  public String toString() {
    return "KafkaConnection[" + bootstrapServers + "]";
  }
}
