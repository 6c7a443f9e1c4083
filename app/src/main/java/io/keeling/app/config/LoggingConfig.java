package io.keeling.app.config;

import io.keeling.app.logging.LogFormat;
import io.keeling.app.logging.LogLevel;

/**
 * Format and level of the logs.
 *
 * @param format {@code text} for people, or {@code json}: one object per line, with ECS field names
 * @param level least severe level that Keeling logs: {@code error}, {@code warn}, {@code info},
 *     {@code debug} or {@code trace}. The level of a running role can be changed at {@code
 *     /loggers} on its health port
 */
public record LoggingConfig(LogFormat format, LogLevel level) {

  static LoggingConfig defaults() {
    return new LoggingConfig(LogFormat.TEXT, LogLevel.INFO);
  }
}
