package io.keeling.contract.topic;

import java.util.Map;
import java.util.Objects;

/**
 * A topic of Keeling.
 *
 * @param key the meaning of its records' keys, in words
 * @param settings the required topic-level settings, under Kafka's own names
 */
public record TopicSpec(String name, String key, Map<String, String> settings) {

  public TopicSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    settings = Map.copyOf(settings);
  }
}
