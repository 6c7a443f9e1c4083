package io.keeling.backup;

import java.util.List;

/**
 * How far a backup has a topic.
 *
 * @param topic its name
 * @param topicId what Kafka knows it by: another if it was deleted and made again
 * @param next for each partition the offset behind the last record that the backup has seen
 */
public record TopicCut(String topic, String topicId, List<Long> next) {

  public TopicCut {
    next = List.copyOf(next);
  }
}
