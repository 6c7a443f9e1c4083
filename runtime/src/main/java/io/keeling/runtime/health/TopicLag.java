package io.keeling.runtime.health;

import io.keeling.contract.topic.TopicSpec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Registers the lag metric: the number of records of each topic that a role has not read. Each
 * partition is counted by exactly one instance.
 */
public final class TopicLag {

  public static final String NAME = "keeling.lag";

  public static final String DESCRIPTION =
      "Records of a topic that this instance has yet to read, as of its last fetch";

  private TopicLag() {}

  /**
   * @param lag returns the number of unread records of a topic, NaN while that is unknown; must be
   *     thread-safe
   */
  public static void register(
      String role,
      Collection<TopicSpec> topics,
      ToDoubleFunction<String> lag,
      MeterRegistry meters) {
    for (TopicSpec topic : topics) {
      Gauge.builder(NAME, () -> lag.applyAsDouble(topic.name()))
          .description(DESCRIPTION)
          .baseUnit("records")
          .tag("role", role)
          .tag("topic", topic.name())
          .register(meters);
    }
  }
}
