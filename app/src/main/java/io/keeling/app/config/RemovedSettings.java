package io.keeling.app.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Removed settings, and what to do if they are still set. */
final class RemovedSettings {

  /** Beginning of the new path if a setting was moved rather than removed. */
  private static final String MOVED = "database.";

  /** The entries of removed.properties, by path. */
  private static final Map<String, String> REMOVED = read();

  private RemovedSettings() {}

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                RemovedSettings.class.getResourceAsStream("removed.properties"),
                "removed.properties"),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> removed = new TreeMap<>();
    properties.forEach((path, text) -> removed.put((String) path, (String) text));
    return removed;
  }

  /** Returns what to do instead of the setting at a path; empty if it was not removed. */
  static Optional<String> advice(String path) {
    return Optional.ofNullable(REMOVED.get(path)).map(RemovedSettings::sentence);
  }

  private static String sentence(String text) {
    return text.startsWith(MOVED)
        ? "is now " + text + "; a role with another value has it in its own file or environment"
        : "is no longer a setting; remove it. Keeling " + text;
  }

  /** Whether all settings of a section were removed. */
  static boolean isSection(String path) {
    return REMOVED.keySet().stream().anyMatch(removed -> removed.startsWith(path + "."));
  }

  /**
   * Returns what to do instead of setting a variable that contains a removed setting or names a
   * file with its value.
   */
  static Optional<String> adviceOnVariable(String name) {
    return REMOVED.keySet().stream()
        .filter(
            path -> {
              String variable = Environment.variable(Arrays.asList(path.split("\\.")));
              return name.equals(variable) || name.equals(variable + Environment.FILE);
            })
        .findFirst()
        .flatMap(RemovedSettings::advice);
  }
}
