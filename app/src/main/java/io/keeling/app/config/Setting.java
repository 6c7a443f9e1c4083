package io.keeling.app.config;

/**
 * One setting in force, without secrets.
 *
 * @param path its place in keeling.yaml, such as {@code ingest.politeness.pause}
 * @param value as it would be written there
 * @param from its origin: a file, a variable, the command line, or {@link #DEFAULT}
 */
public record Setting(String path, String value, String from) {

  /** Value of {@link #from} for a setting that nobody has set. */
  public static final String DEFAULT = "default";

  /** Whether nobody has set it. */
  public boolean isDefault() {
    return from.equals(DEFAULT);
  }
}
