package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the Kafka Streams application of frontier and reader runs.
 *
 * @param stateDirectory directory of the local state. If it is lost, it is rebuilt from Kafka,
 *     which takes time
 * @param threads threads that schedule fetches and read pages, 1 to 256. By default half the
 *     processors, at least 1, because reading pages takes processor time
 * @param commitInterval time between two transactions, 10 ms to 5 s. An article passes through two
 *     of them: a shorter interval brings it sooner, a longer one costs the broker less
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
