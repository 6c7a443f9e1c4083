package io.keeling.app.logging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How log lines are written. */
public enum LogFormat {
  /** For people: one line an event, with an exception's classes below it. */
  @JsonProperty("text")
  TEXT,
  /** For programs: one JSON object a line, under the field names of the Elastic Common Schema. */
  @JsonProperty("json")
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
