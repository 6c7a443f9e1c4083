package io.keeling.runtime.kafka;

import java.util.List;

/**
 * The settings of a topic break the pipeline's assumptions. The message names them and says what to
 * do.
 */
public final class TopicMismatchException extends RuntimeException {

  public TopicMismatchException(List<String> mismatches) {
    super(
        String.join("; ", mismatches)
            + ". Change the topic with Kafka's kafka-configs and kafka-topics tools, or delete it"
            + " where nothing in it is needed.");
  }
}
