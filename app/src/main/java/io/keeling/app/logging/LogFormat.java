package io.keeling.app.logging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The format of log lines. */
public enum LogFormat {
  /** For people: one line for each event, followed by an exception's classes. */
  @JsonProperty("text")
  TEXT,
  /** For programs: one JSON object on a line, with the field names of the Elastic Common Schema. */
  @JsonProperty("json")
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
