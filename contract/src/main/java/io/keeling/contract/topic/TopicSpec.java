package io.keeling.contract.topic;

import java.util.Map;
import java.util.Objects;

/**
 * A topic as Keeling needs it.
 *
 * @param name the topic's name
 * @param key what its records are keyed by, in words
 * @param settings the topic-level settings that must hold, under Kafka's own names
 */
public record TopicSpec(String name, String key, Map<String, String> settings) {

  public TopicSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    settings = Map.copyOf(settings);
  }
}
