package io.keeling.app.reprocess;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The place of a record in its topic. */
record RecordPosition(int partition, long offset) {

  static RecordPosition of(ConsumerRecord<?, ?> record) {
    return new RecordPosition(record.partition(), record.offset());
  }
}
