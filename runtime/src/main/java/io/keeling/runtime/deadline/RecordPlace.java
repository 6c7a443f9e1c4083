package io.keeling.runtime.deadline;

/** The place of a record. */
public record RecordPlace(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
