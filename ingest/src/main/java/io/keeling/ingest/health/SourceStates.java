package io.keeling.ingest.health;

import io.keeling.ingest.catalogue.CompactedTopic;
import io.keeling.ingest.frontier.state.SourceState;
import io.keeling.ingest.frontier.state.StateNames;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * What all instances of ingest know of their sources, read from where they keep it in Kafka.
 * Threads may share it.
 */
public final class SourceStates {

  /**
   * How long reading the states may take. Chosen: a person waits for it; there may be many to read.
   */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final CompactedTopic<SourceState> topic;

  public SourceStates(KafkaConnection kafka) {
    this.topic =
        new CompactedTopic<>(kafka, StateNames.SOURCE_STATES, SourceState.SERDE, ANSWER_LIMIT);
  }

  /**
   * All states; none if ingest has never run.
   *
   * @throws KafkaException if the broker does not answer within a minute
   */
  public List<SourceState> all() {
    return List.copyOf(topic.read().values());
  }
}
