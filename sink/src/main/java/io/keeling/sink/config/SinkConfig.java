package io.keeling.sink.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import io.keeling.runtime.health.ProgressLimits;
import java.time.Duration;

/**
 * How the sink works.
 *
 * @param batchRecords most records in a transaction; more do not make it faster
 * @param batchBytes most bytes of records in a transaction, and in a fetch from Kafka, from 64 KiB
 *     to 256 MiB. It bounds the memory: a few times this much is in use
 * @param firstBackoff the wait after the first failed attempt; doubles with each
 * @param longestBackoff the longest wait between attempts, which never end
 * @param closeTimeout how long stopping may take, the batch in hand included, from 1 s to 5 min
 * @param progress how long records may wait and none be stored
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
