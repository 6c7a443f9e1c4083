package io.keeling.app.config;

/**
 * One setting in force, without secrets.
 *
 * @param path the setting's path in keeling.yaml, such as {@code ingest.politeness.pause}
 * @param value the value as it would be written in keeling.yaml
 * @param from the origin of the value: a file, a variable, the command line, or {@link #DEFAULT}
 */
public record Setting(String path, String value, String from) {

  /** Value of {@link #from} for a setting that nobody has set. */
  public static final String DEFAULT = "default";

  /** Whether nobody has set this setting. */
  public boolean isDefault() {
    return from.equals(DEFAULT);
  }
}
