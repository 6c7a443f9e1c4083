package io.keeling.backup;

import java.util.List;

/**
 * The position up to which a topic is backed up.
 *
 * @param topic name of the topic
 * @param topicId the topic's id in Kafka, which differs if the topic was deleted and created again
 * @param next for each partition, the offset after the last record that the backup has seen
 */
public record TopicCut(String topic, String topicId, List<Long> next) {

  public TopicCut {
    next = List.copyOf(next);
  }
}
