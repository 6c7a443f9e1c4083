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
 * Knows which records were taken and which are finished, and so what may be committed: everything
 * before the first unfinished record of a partition. A note beside the offset names the unfinished
 * ones behind it, so that the next owner takes those alone. Threads share it.
 */
final class OffsetLedger {

  /**
   * Longest note, in characters. Chosen: half of what the broker keeps beside an offset by default
   * ({@code offset.metadata.max.bytes}), which is some 500 unfinished records. Where it does not
   * suffice, what is finished behind the first unfinished record may be fetched again.
   */
  static final int LONGEST_NOTE = 2048;

  /**
   * The base of numbers in a note, so that it is short: the highest that Java writes ({@link
   * Character#MAX_RADIX}).
   */
  private static final int RADIX = 36;

  private static final class Open {
    final TreeSet<Long> unfinished = new TreeSet<>();

    /** What the partition's last owner left unfinished and is not taken again yet. */
    final TreeSet<Long> left = new TreeSet<>();

    /** How far the last owner had taken records. */
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
   * Takes in what the last owner of a partition committed.
   *
   * @param committed its note is from {@link #note}, or anything else, which is then ignored
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

  /** Whether a record is to be processed; false if the partition's last owner finished it. */
  synchronized boolean taken(TopicPartition partition, long offset) {
    Open open = partitions.computeIfAbsent(partition, p -> new Open());
    open.next = Math.max(open.next, offset + 1);
    if (offset < open.leftNext && !open.left.remove(offset)) {
      return false;
    }
    open.unfinished.add(offset);
    return true;
  }

  /** A record of a partition that was given up meanwhile is ignored. */
  synchronized void finished(TopicPartition partition, long offset) {
    Open open = partitions.get(partition);
    if (open != null) {
      open.unfinished.remove(offset);
    }
  }

  /**
   * Which records are unfinished behind the offset that may be committed; empty if all are, or if
   * they are too many to name.
   */
  synchronized String note(TopicPartition partition) {
    Open open = partitions.get(partition);
    return open == null ? "" : open.note();
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
