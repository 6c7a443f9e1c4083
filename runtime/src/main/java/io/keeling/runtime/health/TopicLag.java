package io.keeling.runtime.health;

import io.keeling.contract.topic.TopicSpec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Registers the lag metric: how many records of each topic a role has not read. All instances
 * together have each partition once.
 */
public final class TopicLag {

  public static final String NAME = "keeling.lag";

  public static final String DESCRIPTION =
      "Records of a topic that this instance is to read and has not, as of its last fetch";

  private TopicLag() {}

  /**
   * @param lag how many records of a topic are not read, NaN while that is unknown; any thread may
   *     ask
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
