package io.keeling.ingest.fetch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which records were taken and which are finished, and so what may be committed: everything
 * before the first unfinished record of a partition. Threads share it.
 */
final class OffsetLedger {

  private static final class Open {
    final TreeSet<Long> unfinished = new TreeSet<>();
    long next;
    long committed = -1;

    long committable() {
      return unfinished.isEmpty() ? next : unfinished.first();
    }
  }

  private final Map<TopicPartition, Open> partitions = new HashMap<>();

  synchronized void taken(TopicPartition partition, long offset) {
    Open open = partitions.computeIfAbsent(partition, p -> new Open());
    open.unfinished.add(offset);
    open.next = Math.max(open.next, offset + 1);
  }

  /** A record of a partition that was given up meanwhile is ignored. */
  synchronized void finished(TopicPartition partition, long offset) {
    Open open = partitions.get(partition);
    if (open != null) {
      open.unfinished.remove(offset);
    }
  }

  /** What may be committed and is not yet. */
  synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
    partitions.forEach(
        (partition, open) -> {
          if (open.committable() > open.committed) {
            result.put(partition, new OffsetAndMetadata(open.committable()));
          }
        });
    return result;
  }

  synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Open open = partitions.get(partition);
          if (open != null) {
            open.committed = Math.max(open.committed, offset.offset());
          }
        });
  }

  synchronized void forget(Collection<TopicPartition> gone) {
    gone.forEach(partitions::remove);
  }

  /** Records taken and not finished. */
  synchronized int unfinished() {
    return partitions.values().stream().mapToInt(o -> o.unfinished.size()).sum();
  }
}
