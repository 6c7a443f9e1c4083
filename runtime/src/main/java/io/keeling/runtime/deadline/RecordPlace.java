package io.keeling.runtime.deadline;

/**
 * The place of a record.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 */
public record RecordPlace(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
