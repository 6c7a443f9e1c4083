package io.keeling.app.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka, and how its topics are made.
 *
 * @param bootstrapServers brokers to connect to first, as {@code host:port}, comma-separated
 * @param properties further client properties by their Kafka names, such as those for TLS and SASL.
 *     A value can be read from a file by one of Kafka's configuration providers, which keeps
 *     secrets out of keeling.yaml (docs/security.md)
 * @param partitions partitions of a new topic, 1 to 1,000: the most instances of a role that can
 *     share its work
 * @param replicas copies of each partition of a new topic, 0 to 10; 0 leaves the number to the
 *     broker
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

  /** Returns these settings with a client property added, unless the operator has set it. */
  KafkaConfig withDefault(String name, String value) {
    Map<String, String> all = new HashMap<>(properties);
    all.putIfAbsent(name, value);
    return new KafkaConfig(bootstrapServers, all, partitions, replicas);
  }

  /** Returns the connection that these settings describe. */
  public KafkaConnection connection() {
    return new KafkaConnection(bootstrapServers, properties);
  }

  /** Leaves out the properties, which may hold secrets. */
  @Override
  public String toString() {
    return "KafkaConfig[" + bootstrapServers + "]";
  }
}
