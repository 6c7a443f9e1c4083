package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the Kafka Streams application of frontier and reader runs.
 *
 * @param stateDirectory where the state stores lie. Can be lost: it is rebuilt from Kafka
 * @param threads stream threads; by default half the processors, at least 1: reading pages is what
 *     costs time
 * @param commitInterval time between transactions. An article passes two; shorter brings it sooner,
 *     longer costs the broker less
 */
public record StreamsRunConfig(Path stateDirectory, int threads, Duration commitInterval)
    implements IngestConfig.Section {

  public StreamsRunConfig {
    Checks.between("threads", threads, 1, 256);
    Checks.between("commitInterval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(5));
  }

  public static StreamsRunConfig defaults(Path stateDirectory) {
    return new StreamsRunConfig(
        stateDirectory,
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        Duration.ofMillis(100));
  }
}
