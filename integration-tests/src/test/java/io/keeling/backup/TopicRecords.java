package io.keeling.backup;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in a topic, to be compared with what lies in another. Stateless. */
final class TopicRecords {

  private TopicRecords() {}

  /** Each partition's records in their order, whole but for their offsets. */
  static Map<Integer, List<String>> of(KafkaConnection kafka, String topic, List<Long> before) {
    Map<Integer, List<String>> records = new LinkedHashMap<>();
    try (TopicScan scan = new TopicScan(kafka, topic, null)) {
      for (int partition = 0; partition < scan.ends().size(); partition++) {
        records.put(partition, new ArrayList<>());
      }
      scan.forEachRemaining(
          record -> {
            if (before.isEmpty() || record.offset() < before.get(record.partition())) {
              records.get(record.partition()).add(whole(record));
            }
          });
    }
    return records;
  }

  private static String whole(ConsumerRecord<byte[], byte[]> record) {
    HexFormat hex = HexFormat.of();
    StringBuilder whole = new StringBuilder().append(record.timestamp());
    whole.append(' ').append(hex.formatHex(record.key()));
    record
        .headers()
        .forEach(
            header ->
                whole
                    .append(' ')
                    .append(header.key())
                    .append('=')
                    .append(hex.formatHex(header.value())));
    return whole
        .append(' ')
        .append(record.value() == null ? "null" : hex.formatHex(record.value()))
        .toString();
  }
}
