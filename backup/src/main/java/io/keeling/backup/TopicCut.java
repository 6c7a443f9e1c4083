package io.keeling.backup;

import java.util.List;

/**
 * How far a topic is backed up.
 *
 * @param topic name of the topic
 * @param topicId id of the topic in Kafka, which changes if it is deleted and created again
 * @param next for each partition, the offset after the last record that the backup has read
 */
public record TopicCut(String topic, String topicId, List<Long> next) {

  public TopicCut {
    next = List.copyOf(next);
  }
}
