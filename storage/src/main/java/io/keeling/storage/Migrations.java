package io.keeling.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates a database to the schema of this release. Threads and processes may run it at the same
 * time: an advisory lock makes them take turns.
 */
public final class Migrations {

  /** The class path of the numbered scripts. */
  static final String LOCATION = "classpath:io/keeling/storage/migrations";

  /** Key of the advisory lock of migrations: "keeling" in ASCII. */
  private static final long LOCK = 0x6b65656c696e67L;

  private Migrations() {}

  public static int apply(DatabaseConfig config) {
    return apply(ConnectionPool.single(config));
  }

  /**
   * Applies the migrations that the database does not have. A database of a newer release stays as
   * it is, so that an old sink can write during a rollout. A database of the last build before the
   * first release is taken over.
   *
   * @return how many were applied
   * @throws FlywayException if the database cannot be reached or refuses a script
   */
  public static int apply(DataSource database) {
    return apply(database, new String[0]);
  }

  /**
   * Applies scripts from further places, too, as a future release would.
   *
   * @param further locations in Flyway's form, such as {@code classpath:io/keeling/next}
   */
  public static int apply(DataSource database, String... further) {
    String[] locations =
        Stream.concat(Stream.of(LOCATION), Arrays.stream(further)).toArray(String[]::new);
    // Flyway takes its own lock only after writing the baseline, so several sinks would collide
    // there.
    try (Connection lock = database.getConnection();
        Statement statement = lock.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      EarlyHistory.takeOver(lock);
      int applied = migrate(database, locations);
      statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
      return applied;
    } catch (SQLException e) {
      throw new FlywayException("cannot lock the database for its migrations", e);
    }
  }

  private static int migrate(DataSource database, String... locations) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations(locations)
        .ignoreMigrationPatterns("*:future")
        // The database may already have tables of other programs, but none of ours.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
