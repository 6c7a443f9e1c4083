package io.keeling.enrich.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import io.keeling.runtime.health.ProgressLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How enrichment runs.
 *
 * @param stateDirectory directory of the local state. If it is lost, it is rebuilt from Kafka,
 *     which takes time
 * @param threads threads that tag articles, 1 to 64. By default one per processor, because tagging
 *     takes processor time. Threads beyond the partitions of {@code keeling.articles} are idle
 * @param commitInterval time between two transactions, 10 ms to 1 min. An article passes through
 *     three of them, so this is about a third of the delay that enrichment adds
 * @param closeTimeout longest time for stopping, 1 s to 5 min. The default suits a platform that
 *     kills a process ten seconds after asking it to stop
 * @param standbyReplicas copies of the state on other instances, 0 to 3. With 1, the work of a lost
 *     instance goes on at once instead of after reading its state from Kafka
 * @param taxonomy taxonomy file to use instead of the one that comes with Keeling. Set it for
 *     enrich, which tags by it, and for the desk, which shows its labels
 * @param progress how long articles may wait without one being tagged
 */
public record EnrichConfig(
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    Duration closeTimeout,
    int standbyReplicas,
    @Nullable Path taxonomy,
    @Fixed ProgressLimits progress) {

  /**
   * Name of the Streams application, its consumer group and its internal topics, as all instances
   * share the work.
   */
  public static final String APPLICATION_ID = "keeling-enrich";

  /** Most stream threads: more than the partitions of any topic here could keep busy. */
  private static final int MOST_THREADS = 64;

  /** Most copies of the state: more than brokers keep of their own records. */
  private static final int MOST_STANDBYS = 3;

  /**
   * @throws IllegalArgumentException if a value is not allowed; the message names the key
   */
  public EnrichConfig {
    Checks.between("threads", threads, 1, MOST_THREADS);
    Checks.between("standbyReplicas", standbyReplicas, 0, MOST_STANDBYS);
    Checks.between("commitInterval", commitInterval, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("closeTimeout", closeTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults. */
  public static EnrichConfig defaults() {
    return new EnrichConfig(
        Path.of("data", "enrich"),
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
        Duration.ofMillis(100),
        Duration.ofSeconds(8),
        0,
        null,
        ProgressLimits.defaults());
  }
}
