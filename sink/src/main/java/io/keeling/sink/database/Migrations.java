package io.keeling.sink.database;

import io.keeling.sink.DatabaseConfig;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the schema of this release. Stateless; threads and processes may run it at
 * the same time, as Flyway lets one of them in and the others wait.
 */
public final class Migrations {

  /** Where the numbered scripts lie on the class path. */
  private static final String LOCATION = "classpath:io/keeling/sink/migrations";

  private Migrations() {}

  /**
   * Applies the migrations to the database of the configuration; see {@link #apply(DataSource)}.
   */
  public static int apply(DatabaseConfig config) {
    return apply(ConnectionPool.single(config));
  }

  /**
   * Applies the migrations that the database has not seen yet. A database of a newer release is
   * left as it is, so that an old sink can write while a new one is rolled out.
   *
   * @return how many were applied
   * @throws FlywayException if the database cannot be reached or refuses a script
   */
  public static int apply(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations(LOCATION)
        .ignoreMigrationPatterns("*:future")
        // The database may hold tables of others; ours must not be there yet.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
