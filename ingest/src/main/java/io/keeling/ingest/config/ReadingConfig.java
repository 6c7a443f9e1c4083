package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How pages, listings and robots.txt files are read.
 *
 * @param deadline how long a thread may work on one, in processor time; then it is a dead letter
 *     {@code took-too-long} and the next follows. The default is a thousand times what a page
 *     takes, from 1 s to 1 min
 */
public record ReadingConfig(Duration deadline) implements IngestConfig.Section {

  public ReadingConfig {
    Checks.between("deadline", deadline, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  public static ReadingConfig defaults() {
    return new ReadingConfig(Duration.ofSeconds(20));
  }
}
