package io.keeling.app.config;

/**
 * One setting in force, as it may be shown to anybody who may see the machine.
 *
 * @param path its place in keeling.yaml, such as {@code ingest.politeness.pause}
 * @param value its value as it would be written there; what is secret is left out
 * @param from where it came from: a file, a variable, the command line, or {@link #DEFAULT}
 */
public record Setting(String path, String value, String from) {

  /** What {@link #from} says of a setting that nobody set. */
  public static final String DEFAULT = "default";

  /** Whether nobody set it. */
  public boolean isDefault() {
    return from.equals(DEFAULT);
  }
}
