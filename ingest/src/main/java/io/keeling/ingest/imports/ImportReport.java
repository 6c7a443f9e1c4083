package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an import so far.
 *
 * @param pages number of pages that the broker has acknowledged
 * @param bytes uncompressed size of these pages
 * @param skipped number of skipped files and records by reason, without reasons that did not occur
 * @param elapsed time since this run began
 */
public record ImportReport(
    long pages, long bytes, Map<SkipReason, Long> skipped, Duration elapsed, Extent extent) {

  /**
   * How much of the inputs has been read, in bytes on the disk.
   *
   * @param begun bytes read by an earlier run
   * @param read bytes read so far
   * @param total size of all inputs
   */
  public record Extent(long begun, long read, long total) {}

  public ImportReport {
    EnumMap<SkipReason, Long> copy = new EnumMap<>(SkipReason.class);
    copy.putAll(skipped);
    skipped = Collections.unmodifiableMap(copy);
  }

  /** Returns the remaining time at the rate of this run; empty while that rate is unknown. */
  public Optional<Duration> left() {
    long done = extent.read() - extent.begun();
    return done <= 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(
                (long)
                    (elapsed.toMillis()
                        * ((double) (extent.total() - extent.read()) / (double) done))));
  }

  public long lost() {
    return skipped.entrySet().stream()
        .filter(entry -> entry.getKey().isLoss())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
