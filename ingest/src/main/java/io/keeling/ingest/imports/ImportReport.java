package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an import has done so far, or in all. Immutable and safe to share between threads.
 *
 * @param pages pages that the broker has acknowledged
 * @param bytes their size, uncompressed
 * @param skipped how many were skipped, by reason; only reasons that occurred
 * @param elapsed time since the import began
 */
public record ImportReport(
    long pages, long bytes, Map<SkipReason, Long> skipped, Duration elapsed) {

  public ImportReport {
    EnumMap<SkipReason, Long> copy = new EnumMap<>(SkipReason.class);
    copy.putAll(skipped);
    skipped = Collections.unmodifiableMap(copy);
  }

  /** How many were skipped, for whatever reason. */
  public long allSkipped() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }
}
