package io.keeling.app.logging;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The least severe events that are logged; each level includes those before it. */
public enum LogLevel {
  @JsonProperty("error")
  ERROR,
  @JsonProperty("warn")
  WARN,
  @JsonProperty("info")
  INFO,
  @JsonProperty("debug")
  DEBUG,
  @JsonProperty("trace")
  TRACE;

  Level level() {
    return Level.toLevel(name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
