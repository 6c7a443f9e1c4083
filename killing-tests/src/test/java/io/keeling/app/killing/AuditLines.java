package io.keeling.app.killing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts lines of the audit log. Stateless; threads may share it. */
final class AuditLines {

  private AuditLines() {}

  /**
   * Finds out whether each change that was answered is on record once.
   *
   * @param what what was done to which
   * @param answered how often that was answered
   * @param lines how often it is on record
   * @param unanswered whether one more had no answer, and may have been done
   * @return a line if it is not so, none if it is
   */
  static List<String> findings(String what, int answered, int lines, boolean unanswered) {
    return lines < answered || lines > answered + (unanswered ? 1 : 0)
        ? List.of(
            "%s was answered %d times and is on record %d times".formatted(what, answered, lines))
        : List.of();
  }

  /** How many there are of an action, by what it was done to. */
  static Map<String, Integer> of(Statement database, String action) throws SQLException {
    Map<String, Integer> lines = new HashMap<>();
    try (ResultSet rows =
        database.executeQuery(
            "SELECT subject, count(*) FROM audit WHERE action = '%s' GROUP BY 1"
                .formatted(action))) {
      while (rows.next()) {
        lines.put(rows.getString(1), rows.getInt(2));
      }
    }
    return lines;
  }
}
