package io.keeling.sink.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Fetched batches that are not stored yet, in order; at most those of one poll. Not for sharing
 * between threads.
 */
public final class PendingBatches {

  private final Deque<Batch> batches = new ArrayDeque<>();

  public void add(List<Batch> more) {
    batches.addAll(more);
  }

  public boolean isEmpty() {
    return batches.isEmpty();
  }

  /** Returns the first batch. */
  public Batch next() {
    return batches.getFirst();
  }

  /** Removes the first batch, which has been stored. */
  public void done() {
    batches.removeFirst();
  }

  /** Replaces the first batch by its halves. */
  public void halve() {
    List<Batch> halves = batches.removeFirst().halves();
    batches.addFirst(halves.get(1));
    batches.addFirst(halves.get(0));
  }

  /** Replaces the first batch by another with the same records. */
  public void replace(Batch batch) {
    batches.removeFirst();
    batches.addFirst(batch);
  }

  /** Drops the records of partitions that now belong to another sink. */
  public void drop(Set<TopicPartition> partitions) {
    List<Batch> kept = new ArrayList<>();
    for (Batch batch : batches) {
      Batch rest = batch.without(partitions);
      if (!rest.items().isEmpty()) {
        kept.add(rest);
      }
    }
    batches.clear();
    batches.addAll(kept);
  }

  public void clear() {
    batches.clear();
  }

  public int records() {
    return batches.stream().mapToInt(batch -> batch.items().size()).sum();
  }
}
