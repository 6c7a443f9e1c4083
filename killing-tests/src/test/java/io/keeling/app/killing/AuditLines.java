package io.keeling.app.killing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Counts lines of the audit log. Stateless; threads may share it. */
final class AuditLines {

  private AuditLines() {}

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
