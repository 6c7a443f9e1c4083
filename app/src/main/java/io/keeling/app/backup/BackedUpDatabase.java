package io.keeling.app.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** The database whose tables are backed up, or filled. Threads may share it. */
@FunctionalInterface
public interface BackedUpDatabase {

  /**
   * A connection as the owner of the tables; the caller closes it.
   *
   * @throws SQLException if the database does not answer, or refuses
   */
  Connection open() throws SQLException;
}
