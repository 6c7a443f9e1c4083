package io.keeling.sink.batch;

import io.keeling.sink.reading.RecordReading.Buried;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The records of one transaction; those of each partition are in the order of their offsets. */
public record Batch(List<BatchItem> items) {

  public Batch {
    items = List.copyOf(items);
  }

  /**
   * Cuts records into batches, in order. A record larger than a batch gets a batch of its own.
   *
   * @param records maximum number of records in a batch
   * @param bytes maximum size of a batch's values, in bytes
   */
  public static List<Batch> cut(Iterable<BatchItem> items, int records, long bytes) {
    List<Batch> result = new ArrayList<>();
    List<BatchItem> current = new ArrayList<>();
    long size = 0;
    for (BatchItem item : items) {
      if (!current.isEmpty() && (current.size() == records || size + item.bytes() > bytes)) {
        result.add(new Batch(current));
        current.clear();
        size = 0;
      }
      current.add(item);
      size += item.bytes();
    }
    if (!current.isEmpty()) {
      result.add(new Batch(current));
    }
    return result;
  }

  /** Returns the next offset of each partition after this batch. */
  public Map<TopicPartition, Long> nextOffsets() {
    Map<TopicPartition, Long> result = new LinkedHashMap<>();
    items.forEach(item -> result.put(item.partition(), item.record().offset() + 1));
    return result;
  }

  /**
   * The two halves of the batch, to be stored one after the other. Halving repeatedly finds the
   * record that the database refuses.
   *
   * @throws IllegalStateException if the batch has fewer than two records
   */
  public List<Batch> halves() {
    if (items.size() < 2) {
      throw new IllegalStateException("a batch of " + items.size() + " cannot be halved");
    }
    int middle = items.size() / 2;
    return List.of(
        new Batch(items.subList(0, middle)), new Batch(items.subList(middle, items.size())));
  }

  /** The same batch after its unreadable records became dead letters. */
  public Batch buried() {
    return new Batch(
        items.stream()
            .map(item -> item.reading() instanceof Unreadable ? item.as(new Buried()) : item)
            .toList());
  }

  /** Returns the unreadable records that are not dead letters yet. */
  public List<BatchItem> unreadable() {
    return items.stream().filter(item -> item.reading() instanceof Unreadable).toList();
  }

  public Batch without(Set<TopicPartition> partitions) {
    return new Batch(items.stream().filter(i -> !partitions.contains(i.partition())).toList());
  }
}
