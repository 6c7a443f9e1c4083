package io.keeling.app.killing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Something that an editor changes at the desks again and again. For one thread at a time. */
interface Chore {

  /**
   * Changes something.
   *
   * @param desk the address of the desk that is asked
   */
  void change(String desk);

  /**
   * What is not as it was answered, a line each.
   *
   * @param database when nothing is under way any more
   */
  List<String> findings(Statement database) throws SQLException;

  /** The rows of a query of two columns, the second by the first. */
  static Map<String, String> pairs(Statement database, String query) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (ResultSet rows = database.executeQuery(query)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return pairs;
  }

  /** How much was changed. */
  String summary();
}
