package io.keeling.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

  /** A connection without further properties. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** The properties every client starts from; the caller may add to the map. */
  public Map<String, Object> clientProperties() {
    Map<String, Object> result = new HashMap<>(properties);
    result.put("bootstrap.servers", bootstrapServers);
    return result;
  }

  /**
   * The properties of a producer that loses nothing and writes nothing twice; the caller may add to
   * the map. One request is under way at a time: of several, the first may meet a partition without
   * a leader and the next its new leader, which takes it for the beginning of an empty partition
   * and refuses the first until its time-out (KAFKA-15591, in brokers before 4.5).
   */
  public Map<String, Object> producerProperties() {
    Map<String, Object> result = clientProperties();
    result.put("acks", "all");
    result.put("enable.idempotence", true);
    result.putIfAbsent("max.in.flight.requests.per.connection", 1);
    return result;
  }

  /** Leaves out the properties, which may hold secrets. */
  @Override
  public String toString() {
    return "KafkaConnection[" + bootstrapServers + "]";
  }
}
