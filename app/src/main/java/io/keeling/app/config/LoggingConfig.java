package io.keeling.app.config;

import io.keeling.app.logging.LogFormat;
import io.keeling.app.logging.LogLevel;

/**
 * What the log of a role looks like.
 *
 * @param format {@code text} for people, or {@code json}: an object a line, with ECS field names
 * @param level from which events on Keeling logs: {@code error}, {@code warn}, {@code info}, {@code
 *     debug} or {@code trace}; a running role takes another at {@code /loggers}
 */
public record LoggingConfig(LogFormat format, LogLevel level) {

  static LoggingConfig defaults() {
    return new LoggingConfig(LogFormat.TEXT, LogLevel.INFO);
  }
}
