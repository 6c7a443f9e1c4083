package io.keeling.sink.database;

import static org.awaitility.Awaitility.await;

import io.keeling.sink.TestDatabase;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.Migrations;
import io.keeling.storage.SqlFailures;
import java.time.Duration;

/** The migrations of a release to come, which has one more than this one. Stateless. */
public final class NextMigrations {

  private NextMigrations() {}

  /**
   * Migrates as that release's sink would, which tries again where PostgreSQL ends a deadlock of
   * the migration with another sink that writes; gives how many scripts were applied.
   */
  public static int apply(TestDatabase database) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(e -> SqlFailures.of(e).remedy() == Remedy.WAIT)
        .until(
            () -> Migrations.apply(database.dataSource(), "classpath:io/keeling/sink/next"),
            applied -> true);
  }
}
