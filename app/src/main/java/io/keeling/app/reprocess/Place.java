package io.keeling.app.reprocess;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record lies in its topic. Immutable. */
record Place(int partition, long offset) {

  static Place of(ConsumerRecord<?, ?> record) {
    return new Place(record.partition(), record.offset());
  }
}
