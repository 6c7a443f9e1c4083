package io.keeling.app.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka, and how its topics are made.
 *
 * @param bootstrapServers brokers to connect to first, {@code host:port}, comma-separated
 * @param properties further client properties under Kafka's own names, such as those for TLS and
 *     SASL; with a provider of Kafka's a value may stand in a file (docs/security.md)
 * @param partitions partitions of a new topic; how many instances of a role can share the work
 * @param replicas replicas of a new topic; 0 takes the broker's default
 */
public record KafkaConfig(
    String bootstrapServers, Map<String, String> properties, int partitions, int replicas) {

  public KafkaConfig {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers must be host:port, comma-separated");
    }
    Checks.between("partitions", partitions, 1, 1000);
    Checks.between("replicas", replicas, 0, 10);
    properties = Map.copyOf(properties);
  }

  static KafkaConfig defaults() {
    return new KafkaConfig("localhost:9092", Map.of(), 6, 0);
  }

  /** The same with a client property, unless the operator has set it. */
  KafkaConfig withDefault(String name, String value) {
    Map<String, String> all = new HashMap<>(properties);
    all.putIfAbsent(name, value);
    return new KafkaConfig(bootstrapServers, all, partitions, replicas);
  }

  /** The connection that these settings describe. */
  public KafkaConnection connection() {
    return new KafkaConnection(bootstrapServers, properties);
  }

  /** Leaves out the properties, which may hold secrets. */
  @Override
  public String toString() {
    return "KafkaConfig[" + bootstrapServers + "]";
  }
}
