package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the Kafka Streams application of frontier and reader runs.
 *
 * @param stateDirectory where the state stores lie. Can be lost: it is rebuilt from Kafka
 * @param threads stream threads; by default half the processors, at least 1: reading pages is what
 *     costs time
 * @param commitInterval time between transactions. An article passes two; shorter brings it sooner,
 *     longer costs the broker less
 * @param cacheBytes memory for the state stores' caches, in bytes. By default none: Kafka Streams
 *     keeps the whole page that an entry came from beside it and does not count it
 * @param bufferedRecords records of one partition that are read ahead, and taken from Kafka at a
 *     time; pages may be large, so there are few
 * @param fetchBytes most bytes taken from Kafka at a time, unless a single record has more. The
 *     default is a little more than the largest record
 */
public record StreamsRunConfig(
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    long cacheBytes,
    int bufferedRecords,
    int fetchBytes)
    implements IngestConfig.Section {

  public StreamsRunConfig {
    Objects.requireNonNull(stateDirectory, "stateDirectory");
    Checks.between("threads", threads, 1, 256);
    Checks.between("commitInterval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(5));
    Checks.between("cacheBytes", cacheBytes, 0, 4L * 1024 * 1024 * 1024);
    Checks.between("bufferedRecords", bufferedRecords, 1, 10_000);
    Checks.between("fetchBytes", fetchBytes, 64 * 1024, 1024 * 1024 * 1024);
  }

  public static StreamsRunConfig defaults(Path stateDirectory) {
    return new StreamsRunConfig(
        stateDirectory,
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        Duration.ofMillis(100),
        0,
        64,
        16 * 1024 * 1024);
  }
}
