package io.keeling.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {

  @Test
  void appliesEachMigrationOnce(@TempDir Path directory) throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(directory)) {
      assertThat(Migrations.apply(server.dataSource())).isPositive();
      assertThat(Migrations.apply(server.dataSource())).isZero();

      try (Connection connection = server.dataSource().getConnection();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT article_search(language_search_config('de'), 'Die Küstenwälder', NULL,"
                      + " '{}', '') @@ websearch_to_tsquery(language_search_config('de'),"
                      + " 'kustenwald')")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBoolean(1)).isTrue();
      }
    }
  }
}
