package io.keeling.app.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings that were there once, and what to do where they are still set. */
final class RemovedSettings {

  private static final String OF_ALL_ROLES =
      "is now database.%s, for every role; a role with a user of its own gets it in its own file or environment";

  /** What to do, by path. */
  private static final Map<String, String> ADVICE = new TreeMap<>();

  static {
    for (String role : new String[] {"sink", "desk"}) {
      for (String key : new String[] {"url", "user", "password", "passwordFile"}) {
        ADVICE.put(role + ".database." + key, OF_ALL_ROLES.formatted(key));
      }
    }
    ADVICE.put("sink.database.connectTimeout", "is now database.connectTimeout");
    ADVICE.put("sink.database.statementTimeout", "is now database.statementTimeout");
    ADVICE.put(
        "desk.database.connectTimeout",
        "is no setting any more: a reader waits 3 s, or database.connectTimeout where that is shorter");
    ADVICE.put(
        "desk.database.statementTimeout",
        "is no setting any more: a query has 5 s, or database.statementTimeout where that is shorter");
    ADVICE.put("desk.database.poolSize", "is no setting any more: the desk has 8 connections");
    ADVICE.put("desk.database.exportTimeout", "is no setting any more: an export has 30 minutes");
  }

  private RemovedSettings() {}

  /** What to do instead of the setting at a path; empty if there never was one. */
  static Optional<String> advice(String path) {
    return Optional.ofNullable(ADVICE.get(path));
  }

  /** Whether a section had only settings that are gone. */
  static boolean isSection(String path) {
    return ADVICE.keySet().stream().anyMatch(removed -> removed.startsWith(path + "."));
  }

  /** What to do instead of a variable, or of one that names a file with its value. */
  static Optional<String> adviceOnVariable(String name) {
    return ADVICE.entrySet().stream()
        .filter(
            removed -> {
              String variable = Environment.variable(Arrays.asList(removed.getKey().split("\\.")));
              return name.equals(variable) || name.equals(variable + Environment.FILE);
            })
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
