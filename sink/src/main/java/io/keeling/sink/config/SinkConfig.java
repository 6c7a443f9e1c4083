package io.keeling.sink.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import io.keeling.runtime.health.ProgressLimits;
import java.time.Duration;

/**
 * How the sink works.
 *
 * @param batchRecords most records in a transaction; more do not make it faster
 * @param batchBytes most bytes of records in one transaction and in one fetch from Kafka, 64 KiB to
 *     256 MiB. The sink takes a few times this much memory
 * @param firstBackoff wait after the first failed attempt; it doubles with each further one
 * @param longestBackoff longest wait between two attempts, which never end
 * @param closeTimeout longest time for stopping, the current batch included, 1 s to 5 min. The
 *     default suits a platform that kills a process ten seconds after asking it to stop
 * @param progress how long records may wait without one being stored
 */
public record SinkConfig(
    @Fixed int batchRecords,
    int batchBytes,
    @Fixed Duration firstBackoff,
    @Fixed Duration longestBackoff,
    Duration closeTimeout,
    @Fixed ProgressLimits progress) {

  /** Bytes of a KiB, by definition (IEC 80000-13). */
  private static final int KIB = 1024;

  /** Bytes of a MiB, by definition (IEC 80000-13). */
  private static final int MIB = 1024 * KIB;

  public SinkConfig {
    Checks.between("batchBytes", batchBytes, 64 * KIB, 256 * MIB);
    Checks.between("closeTimeout", closeTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults. */
  public static SinkConfig defaults() {
    return new SinkConfig(
        500,
        8 * MIB,
        Duration.ofMillis(200),
        Duration.ofSeconds(15),
        Duration.ofSeconds(8),
        ProgressLimits.defaults());
  }
}
