package io.keeling.sink.database;

import io.keeling.sink.TestDatabase;

/** The migrations of a release to come, which has one more than this one. Stateless. */
public final class NextMigrations {

  private NextMigrations() {}

  /** Migrates as that release's sink would at its start; gives how many scripts were applied. */
  public static int apply(TestDatabase database) {
    return Migrations.apply(
        database.dataSource(), Migrations.LOCATION, "classpath:io/keeling/sink/next");
  }
}
