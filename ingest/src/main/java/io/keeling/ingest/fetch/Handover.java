package io.keeling.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells the next owner of a partition how long its sites must still be left alone, in the note
 * beside the committed offset. Sites are identified by a hash. If two sites have the same hash, one
 * waits longer than necessary, which is harmless. Thread-safe.
 *
 * <p>The note leaves out pauses that are no longer than the usual pause. Instead, every site of a
 * new partition is left alone for the usual pause.
 */
final class Handover {

  /**
   * A site to be left alone, either for our usual pause or because the site asked for a pause.
   *
   * @param rest whether the site asked for it
   */
  record Wait(String site, Instant until, boolean rest) {}

  /**
   * Longest note, in characters: what {@link OffsetLedger} leaves of the 4,096 bytes that brokers
   * store beside an offset by default ({@code offset.metadata.max.bytes}).
   */
  private static final int LONGEST = 4095 - OffsetLedger.LONGEST_NOTE;

  /** The base of numbers in the note: the largest that Java supports, to keep the note short. */
  private static final int RADIX = 36;

  private record Left(Instant since, Map<Integer, Instant> pauses, Map<Integer, Instant> rests) {}

  private final Map<TopicPartition, Left> partitions = new HashMap<>();
  private final Duration pause;
  private final InstantSource clock;

  Handover(Duration pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Reads the note of the partition's last owner.
   *
   * @param text a note from {@link #text}; anything else is ignored
   */
  synchronized void assigned(TopicPartition partition, @Nullable String text) {
    Left left = new Left(clock.instant(), new HashMap<>(), new HashMap<>());
    for (String entry : text == null ? new String[0] : text.split(" ")) {
      int colon = entry.indexOf(':');
      if (colon > 1) {
        read(entry, colon, left);
      }
    }
    partitions.put(partition, left);
  }

  private static void read(String entry, int colon, Left left) {
    try {
      int hash = Integer.parseUnsignedInt(entry.substring(1, colon), RADIX);
      Instant until = Instant.ofEpochSecond(Long.parseLong(entry.substring(colon + 1), RADIX));
      (entry.charAt(0) == 'r' ? left.rests : left.pauses).put(hash, until);
    } catch (NumberFormatException e) {
      // Not a note of ours: another program committed this offset.
    }
  }

  /** Returns how long a site must still be left alone because its former owner contacted it. */
  synchronized Duration remaining(TopicPartition partition, String site) {
    Left left = partitions.get(partition);
    if (left == null) {
      return Duration.ZERO;
    }
    Instant until = left.since.plus(pause);
    Instant longer = left.pauses.get(site.hashCode());
    Duration wait =
        Duration.between(clock.instant(), longer != null && longer.isAfter(until) ? longer : until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Returns the end of the pause that a site requested from its former owner, or null. */
  synchronized @Nullable Instant rest(TopicPartition partition, String site) {
    Left left = partitions.get(partition);
    return left == null ? null : left.rests.get(site.hashCode());
  }

  /**
   * Returns the note for the offset of a partition: the longest waits, as many as fit.
   *
   * @param waits waits of the partition's sites; those that the former owner left are added
   */
  synchronized String text(TopicPartition partition, List<Wait> waits) {
    Map<String, Instant> entries = new HashMap<>();
    Left left = partitions.get(partition);
    if (left != null) {
      left.pauses.forEach((hash, until) -> entries.put(key(false, hash), until));
      left.rests.forEach((hash, until) -> entries.put(key(true, hash), until));
    }
    waits.forEach(
        wait ->
            entries.merge(
                key(wait.rest, wait.site.hashCode()), wait.until, (a, b) -> a.isAfter(b) ? a : b));
    Instant usual = clock.instant().plus(pause);
    StringBuilder text = new StringBuilder();
    entries.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(usual))
        .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
        .map(entry -> entry.getKey() + ":" + seconds(entry.getValue()) + " ")
        .takeWhile(entry -> text.length() + entry.length() <= LONGEST)
        .forEach(text::append);
    return text.toString().strip();
  }

  private static String key(boolean rest, int hash) {
    return (rest ? "r" : "p") + Integer.toUnsignedString(hash, RADIX);
  }

  private static String seconds(Instant until) {
    return Long.toString(until.plusNanos(999_999_999).getEpochSecond(), RADIX);
  }
}
