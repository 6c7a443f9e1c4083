package io.keeling.sink.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.health.ProgressLimits;
import java.time.Duration;
import java.util.Objects;

/**
 * How the sink works.
 *
 * @param batchRecords most records in a transaction, from 1 to 10000. More do not make it faster
 * @param batchBytes most bytes of records in a transaction, and in a fetch from Kafka, from 64 KiB
 *     to 256 MiB. It bounds the memory: a few times this much is in use
 * @param poll how long to wait for records before looking around again, from 10 ms to 10 s
 * @param firstBackoff the wait after the first failed attempt; doubles with each; from 10 ms to 1
 *     min
 * @param longestBackoff the longest wait between attempts, from {@code firstBackoff} to 10 min.
 *     Attempts never end
 * @param closeTimeout how long stopping may take, the batch in hand included, from 1 s to 5 min
 * @param progress how long records may wait and none be stored; {@code restartAfter} must be longer
 *     than {@code database.statementTimeout}, which a batch may take
 */
public record SinkConfig(
    int batchRecords,
    int batchBytes,
    Duration poll,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration closeTimeout,
    ProgressLimits progress) {

  /** Bytes of a KiB, by definition (IEC 80000-13). */
  private static final int KIB = 1024;

  /** Bytes of a MiB, by definition (IEC 80000-13). */
  private static final int MIB = 1024 * KIB;

  public SinkConfig {
    Objects.requireNonNull(progress, "progress");
    Checks.between("batchRecords", batchRecords, 1, 10_000);
    Checks.between("batchBytes", batchBytes, 64 * KIB, 256 * MIB);
    Checks.between("poll", poll, Duration.ofMillis(10), Duration.ofSeconds(10));
    Checks.between("firstBackoff", firstBackoff, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("longestBackoff", longestBackoff, firstBackoff, Duration.ofMinutes(10));
    Checks.between("closeTimeout", closeTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults. */
  public static SinkConfig defaults() {
    return new SinkConfig(
        500,
        8 * MIB,
        Duration.ofMillis(500),
        Duration.ofMillis(200),
        Duration.ofSeconds(15),
        Duration.ofSeconds(8),
        ProgressLimits.defaults());
  }
}
