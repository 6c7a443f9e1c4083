package io.keeling.ingest.source;

import io.keeling.ingest.catalogue.CompactedTopic;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;

/** Reads what all instances of ingest know of their sources, from Kafka. */
public final class SourceStates {

  /** How long reading the states may take: a person waits, and there may be many of them. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private SourceStates() {}

  /**
   * All states; none if ingest has never run.
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
