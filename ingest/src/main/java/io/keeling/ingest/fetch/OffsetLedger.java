package io.keeling.ingest.fetch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records which requests were taken and finished, and therefore which offsets may be committed:
 * everything before the first unfinished record of a partition. A note beside the offset names the
 * unfinished records after it, so that the next owner repeats only those. Thread-safe.
 */
final class OffsetLedger {

  /**
   * Longest note, in characters: half of what brokers store beside an offset by default ({@code
   * offset.metadata.max.bytes}), enough for about 500 unfinished records. If there are more,
   * finished records may be fetched again.
   */
  static final int LONGEST_NOTE = 2048;

  /** The base of numbers in the note: the largest that Java supports, to keep the note short. */
  private static final int RADIX = 36;

  private static final class Open {
    final TreeSet<Long> unfinished = new TreeSet<>();

    /** Records that the last owner left unfinished and that have not been taken again yet. */
    final TreeSet<Long> left = new TreeSet<>();

    long leftNext;

    long next;
    long committed = -1;
    String note = "";

    long committable() {
      return unfinished.isEmpty() ? next : unfinished.first();
    }

    String note() {
      long start = committable();
      if (Math.max(next, leftNext) - start <= unfinished.size() + left.size()) {
        return "";
      }
      StringBuilder note = new StringBuilder("n" + text(Math.max(next, leftNext) - start));
      for (TreeSet<Long> offsets : List.of(unfinished, left)) {
        for (long offset : offsets) {
          note.append(" u").append(text(offset - start));
        }
      }
      return note.length() > LONGEST_NOTE ? "" : note.toString();
    }

    private static String text(long number) {
      return Long.toString(number, RADIX);
    }
  }

  private final Map<TopicPartition, Open> partitions = new HashMap<>();

  /**
   * Reads the commit of a partition's last owner.
   *
   * @param committed its metadata is a note from {@link #note}; anything else is ignored
   */
  synchronized void assigned(TopicPartition partition, OffsetAndMetadata committed) {
    Open open = new Open();
    open.next = committed.offset();
    for (String entry : committed.metadata().split(" ")) {
      if (entry.matches("[nu][0-9a-z]{1,9}")) {
        long offset = committed.offset() + Long.parseLong(entry.substring(1), RADIX);
        if (entry.charAt(0) == 'n') {
          open.leftNext = offset;
        } else {
          open.left.add(offset);
        }
      }
    }
    partitions.put(partition, open);
  }

  /** Notes that a record was taken; false if the partition's last owner has finished it. */
  synchronized boolean taken(TopicPartition partition, long offset) {
    Open open = partitions.computeIfAbsent(partition, p -> new Open());
    open.next = Math.max(open.next, offset + 1);
    if (offset < open.leftNext && !open.left.remove(offset)) {
      return false;
    }
    open.unfinished.add(offset);
    return true;
  }

  /** Notes that a record is finished; ignored if the partition has been given up. */
  synchronized void finished(TopicPartition partition, long offset) {
    Open open = partitions.get(partition);
    if (open != null) {
      open.unfinished.remove(offset);
    }
  }

  /**
   * Returns the note that names the unfinished records after the offset to commit; empty if all
   * records after it are unfinished, or if there are too many to name.
   */
  synchronized String note(TopicPartition partition) {
    Open open = partitions.get(partition);
    return open == null ? "" : open.note();
  }

  /**
   * Returns the offsets that may be committed and have not been.
   *
   * @param notes returns the note of a partition; a changed note is committed too
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

  synchronized int unfinished(Collection<TopicPartition> some) {
    return some.stream()
        .map(partitions::get)
        .mapToInt(open -> open == null ? 0 : open.unfinished.size())
        .sum();
  }

  synchronized int unfinished() {
    return partitions.values().stream().mapToInt(o -> o.unfinished.size()).sum();
  }
}
