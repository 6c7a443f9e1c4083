package io.keeling.ingest.source;

import io.keeling.ingest.catalogue.CompactedTopic;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;

/** Reads the source states of all instances of ingest from Kafka. */
public final class SourceStates {

  /** Time limit for reading the states: a user waits for them, but there may be many. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private SourceStates() {}

  /**
   * Returns all source states; none if ingest has never run.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer within a minute
   */
  public static List<SourceState> all(KafkaConnection kafka) {
    return List.copyOf(
        new CompactedTopic<>(kafka, StateNames.SOURCE_STATES, SourceState.SERDE, ANSWER_LIMIT)
            .read()
            .values());
  }
}
