package io.keeling.app.killing;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

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

  /** How much was changed. */
  String summary();
}
