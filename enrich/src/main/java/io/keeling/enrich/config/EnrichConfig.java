package io.keeling.enrich.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.health.ProgressLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How enrichment runs.
 *
 * @param applicationId name of the Streams application, its consumer group and its internal topics.
 *     Instances with the same name share the work
 * @param stateDirectory directory of the local state. It may be lost: Kafka has everything in it,
 *     reading it back takes time
 * @param threads stream threads, 1 to 64; by default one per processor, as tagging is work for the
 *     processor. More than {@code keeling.articles} has partitions are idle
 * @param commitInterval time between transactions, 10 ms to 1 min. An article passes three, so this
 *     is about a third of what enrichment adds to its way
 * @param closeTimeout how long stopping may take, 1 s to 5 min; the default is such that a process
 *     that must stop within ten seconds does
 * @param standbyReplicas copies of the state on other instances, 0 to 3. With 1 a lost instance is
 *     replaced at once instead of after reading its state
 * @param deadline how long a thread may tag one article, in processor time, 1 s to 1 min; then it
 *     is a dead letter {@code took-too-long} and the next follows. The default is a thousand times
 *     what an article takes
 * @param taxonomy a taxonomy file to use instead of the one that comes with Keeling; enrich tags by
 *     it, the desk shows its labels
 * @param progress how long articles may wait and none be tagged
 */
public record EnrichConfig(
    String applicationId,
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    Duration closeTimeout,
    int standbyReplicas,
    Duration deadline,
    @Nullable Path taxonomy,
    ProgressLimits progress) {

  /** Most stream threads. Chosen: more than the partitions of any topic here could keep busy. */
  private static final int MOST_THREADS = 64;

  /** Most copies of the state. Chosen: more than brokers keep of their own records. */
  private static final int MOST_STANDBYS = 3;

  /**
   * @throws IllegalArgumentException if a value is not allowed; the message names the key
   */
  public EnrichConfig {
    Objects.requireNonNull(stateDirectory, "stateDirectory");
    Objects.requireNonNull(progress, "progress");
    if (applicationId == null || !applicationId.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "applicationId must be 1 to 100 letters, digits, dots, hyphens and underscores");
    }
    Checks.between("threads", threads, 1, MOST_THREADS);
    Checks.between("standbyReplicas", standbyReplicas, 0, MOST_STANDBYS);
    Checks.between("commitInterval", commitInterval, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("deadline", deadline, Duration.ofSeconds(1), Duration.ofMinutes(1));
    Checks.between("closeTimeout", closeTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults. */
  public static EnrichConfig defaults() {
    return new EnrichConfig(
        "keeling-enrich",
        Path.of("data", "enrich"),
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
        Duration.ofMillis(100),
        Duration.ofSeconds(8),
        0,
        Duration.ofSeconds(20),
        null,
        ProgressLimits.defaults());
  }
}
