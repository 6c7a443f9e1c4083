package io.keeling.sink.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Batches that are fetched and not stored, in order. It holds no more than one poll brought. Not
 * for sharing between threads.
 */
public final class PendingBatches {

  private final Deque<Batch> batches = new ArrayDeque<>();

  /** Adds batches after those that wait. */
  public void add(List<Batch> more) {
    batches.addAll(more);
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return batches.isEmpty();
  }

  /** The batch whose turn it is. */
  public Batch next() {
    return batches.getFirst();
  }

  /** The batch whose turn it was is stored. */
  public void done() {
    batches.removeFirst();
  }

  /** The batch whose turn it was is tried again in two halves. */
  public void halve() {
    List<Batch> halves = batches.removeFirst().halves();
    batches.addFirst(halves.get(1));
    batches.addFirst(halves.get(0));
  }

  /** The batch whose turn it was is tried again as another one of the same records. */
  public void replace(Batch batch) {
    batches.removeFirst();
    batches.addFirst(batch);
  }

  /** Forgets the records of partitions that belong to another sink now. */
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

  /** Forgets everything. */
  public void clear() {
    batches.clear();
  }

  /** How many records wait. */
  public int records() {
    return batches.stream().mapToInt(batch -> batch.items().size()).sum();
  }
}
