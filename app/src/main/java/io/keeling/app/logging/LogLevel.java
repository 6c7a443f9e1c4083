package io.keeling.app.logging;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** From which events on something is logged; each holds those before it. */
public enum LogLevel {
  /** What failed. */
  @JsonProperty("error")
  ERROR,
  /** What somebody should look at. */
  @JsonProperty("warn")
  WARN,
  /** What changed. */
  @JsonProperty("info")
  INFO,
  /** What a developer asks for; may be much. */
  @JsonProperty("debug")
  DEBUG,
  /** Everything. */
  @JsonProperty("trace")
  TRACE;

  Level level() {
    return Level.toLevel(name());
  }

  /** As settings have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
