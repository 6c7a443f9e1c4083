package io.keeling.desk.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records that have been read but not applied yet, by partition and in order. For one thread. */
final class PendingRecords {

  /** Number of pending records at which reading pauses. */
  private static final int ENOUGH = 4_000;

  /**
   * Size of the pending records at which reading pauses, in bytes. They take room in the desk's
   * heap, which the index needs as well.
   */
  private static final long ENOUGH_BYTES = 32L * 1024 * 1024;

  private final Map<Integer, Queue<ConsumerRecord<byte[], byte[]>>> byPartition = new TreeMap<>();
  private int size;
  private long bytes;

  void add(List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byPartition.computeIfAbsent(record.partition(), p -> new ArrayDeque<>()).add(record);
      size++;
      bytes += bytes(record);
    }
  }

  boolean isFull() {
    return size >= ENOUGH || bytes >= ENOUGH_BYTES;
  }

  int size() {
    return size;
  }

  /**
   * Takes the next records, in the order of each partition.
   *
   * @param upTo the offset before which records are taken, by partition; partitions without an
   *     offset are skipped
   * @param most maximum number of records
   */
  List<ConsumerRecord<byte[], byte[]>> take(Map<Integer, Long> upTo, int most) {
    List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
    byPartition.forEach(
        (partition, queue) -> {
          long end = upTo.getOrDefault(partition, 0L);
          ConsumerRecord<byte[], byte[]> next = queue.peek();
          while (next != null && next.offset() < end && taken.size() < most) {
            taken.add(next);
            queue.remove();
            size--;
            bytes -= bytes(next);
            next = queue.peek();
          }
        });
    return taken;
  }

  /** The offset after the last of the records, by partition. */
  static Map<Integer, Long> behind(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<Integer, Long> next = new HashMap<>();
    records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
    return next;
  }

  void clear() {
    byPartition.clear();
    size = 0;
    bytes = 0;
  }

  private static long bytes(ConsumerRecord<?, ?> record) {
    return (long) Math.max(0, record.serializedKeySize())
        + Math.max(0, record.serializedValueSize());
  }
}
