package io.keeling.ingest.fetch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
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
    String note = "";

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

  /**
   * What may be committed and is not yet.
   *
   * @param notes text to commit beside an offset; one that has changed is reason enough
   */
  synchronized Map<TopicPartition, OffsetAndMetadata> committable(
      Function<TopicPartition, String> notes) {
    Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
    partitions.forEach(
        (partition, open) -> {
          String note = notes.apply(partition);
          if (open.committable() > open.committed || !note.equals(open.note)) {
            result.put(partition, new OffsetAndMetadata(open.committable(), note));
          }
        });
    return result;
  }

  synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Open open = partitions.get(partition);
          if (open != null && offset.offset() >= open.committed) {
            open.committed = offset.offset();
            open.note = offset.metadata();
          }
        });
  }

  synchronized void forget(Collection<TopicPartition> gone) {
    gone.forEach(partitions::remove);
  }

  /** Records of some partitions taken and not finished. */
  synchronized int unfinished(Collection<TopicPartition> some) {
    return some.stream()
        .map(partitions::get)
        .mapToInt(open -> open == null ? 0 : open.unfinished.size())
        .sum();
  }

  /** Records taken and not finished. */
  synchronized int unfinished() {
    return partitions.values().stream().mapToInt(o -> o.unfinished.size()).sum();
  }
}
