package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an import has done so far, or in all.
 *
 * @param pages pages that the broker has acknowledged
 * @param bytes their size, uncompressed
 * @param skipped how many were skipped, by reason; only reasons that occurred
 * @param elapsed time since this run began
 * @param extent how much of the inputs has been read
 */
public record ImportReport(
    long pages, long bytes, Map<SkipReason, Long> skipped, Duration elapsed, Extent extent) {

  /**
   * How much of the inputs has been read, in bytes as they lie on the disk.
   *
   * @param begun what an earlier run had read
   * @param read what has been read now
   * @param total all there is
   */
  public record Extent(long begun, long read, long total) {}

  public ImportReport {
    EnumMap<SkipReason, Long> copy = new EnumMap<>(SkipReason.class);
    copy.putAll(skipped);
    skipped = Collections.unmodifiableMap(copy);
  }

  /** What the rest will take at the rate of this run so far; empty while that is not known. */
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

  /** How many were skipped because they could not be read. */
  public long lost() {
    return skipped.entrySet().stream()
        .filter(entry -> entry.getKey().isLoss())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
