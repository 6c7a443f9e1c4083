package io.keeling.app.backup;

import io.keeling.contract.topic.TopicSpec;

/**
 * A topic that a backup holds.
 *
 * @param topic which
 * @param keep what of it
 */
public record BackedUpTopic(TopicSpec topic, Keep keep) {

  /** What of a topic a backup holds. */
  public enum Keep {
    /** Every record; a further backup adds those that are new. For topics that never expire. */
    EVERY_RECORD,
    /**
     * The last record of each key; a further backup writes all of them anew where one has changed.
     * For compacted topics, held in memory while they are read.
     */
    LAST_OF_KEY
  }

  String name() {
    return topic.name();
  }
}
