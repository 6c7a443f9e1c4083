package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How instances of ingest take over work when one stops, is killed or joins.
 *
 * @param sessionTimeout silence after which Kafka gives an instance's partitions to the others, 6 s
 *     to 1 min. With the default, a killed process is noticed well within a minute. An instance
 *     that hears nothing from Kafka stops fetching after seven tenths of this time. The broker sets
 *     a lower bound, too: {@code group.min.session.timeout.ms}, by default 6 s
 * @param closeTimeout longest time for stopping, 5 s to 5 min: half for the fetcher, two fifths for
 *     Kafka Streams. The default suits a platform that kills a process ten seconds after asking it
 *     to stop
 */
public record InstancesConfig(Duration sessionTimeout, Duration closeTimeout)
    implements IngestConfig.Section {

  public InstancesConfig {
    // A minute without a heartbeat counts as a standstill, and heartbeats are sent three times in a
    // session time-out.
    Checks.between("sessionTimeout", sessionTimeout, Duration.ofSeconds(6), Duration.ofMinutes(1));
    Checks.between("closeTimeout", closeTimeout, Duration.ofSeconds(5), Duration.ofMinutes(5));
  }

  public static InstancesConfig defaults() {
    return new InstancesConfig(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  /** The fetcher's part of the close time-out. */
  public Duration fetcherClose() {
    return closeTimeout.dividedBy(2);
  }

  /** The part of the close time-out for Streams, which stops after the fetcher. */
  public Duration streamsClose() {
    return closeTimeout.multipliedBy(2).dividedBy(5);
  }

  /** Settings of a Kafka consumer for the session time-out, in which three heartbeats are sent. */
  public Map<String, Integer> session() {
    int millis = (int) sessionTimeout.toMillis();
    return Map.of(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        millis,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        millis / 10 * 3);
  }

  /**
   * How long after an answer of the broker an instance may rely on still owning its partitions.
   * Shorter than the session time-out, after which the broker reassigns them, because the answer
   * takes time to arrive.
   */
  public Duration trust() {
    return sessionTimeout.multipliedBy(7).dividedBy(10);
  }
}
