package io.keeling.app.config;

import io.keeling.runtime.config.Checks;

/**
 * Kafka and PostgreSQL inside this process, for {@code keeling up} and {@code keeling demo}.
 *
 * @param directory directory of all data, which is kept over restarts
 * @param kafkaPort port of the embedded Kafka, on the loopback address
 * @param postgresPort port of the embedded PostgreSQL, on the loopback address
 */
public record EmbeddedConfig(String directory, int kafkaPort, int postgresPort) {

  public EmbeddedConfig {
    if (directory.isBlank()) {
      throw new IllegalArgumentException("directory must not be empty");
    }
    Checks.between("kafkaPort", kafkaPort, 1, Checks.HIGHEST_PORT);
    Checks.between("postgresPort", postgresPort, 1, Checks.HIGHEST_PORT);
  }

  static EmbeddedConfig defaults() {
    return new EmbeddedConfig("data", 9092, 5433);
  }
}
