package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.EmptyDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MigrationsIT {

  private final EmptyDatabase database = new EmptyDatabase();
  private final DatabaseConfig config = DatabaseConfig.at(database.url(), EmbeddedDatabase.USER);

  @Test
  void appliesEachMigrationOnce() {
    assertThat(Migrations.apply(config)).isPositive();
    assertThat(Migrations.apply(config)).isZero();
  }

  @Test
  void noConstraintRepeatsAListOfTheCode() {
    Migrations.apply(config);

    assertThat(
            database.rows(
                "SELECT conname FROM pg_constraint WHERE pg_get_constraintdef(oid) LIKE '%ARRAY[%'"
                    + " AND connamespace = 'public'::regnamespace"))
        .isEmpty();
  }

  @Test
  void severalMayApplyThemAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> migrate = () -> Migrations.apply(config);
      int applied = 0;
      for (Future<Integer> result : threads.invokeAll(List.of(migrate, migrate, migrate))) {
        applied += result.get();
      }
      assertThat(database.rows("SELECT script FROM flyway_schema_history"))
          .doesNotHaveDuplicates()
          .hasSize(applied);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatADeskOfBeforeWritesIsCarriedOver() {
    Migrations.apply(config);

    // when it saves a search, finds something and has made a message of it
    database.execute(
        "INSERT INTO saved_search (id, name, query, channel, target, rhythm)"
            + " VALUES ('a', 'Told', '', 'slack', 'https://a.example', 'hourly')");
    database.execute("UPDATE saved_search SET has_untold = true WHERE id = 'a'");
    List<String> found = database.rows("SELECT channel, rhythm, has_untold FROM search_channel");
    database.execute("UPDATE saved_search SET has_untold = false WHERE id = 'a'");

    // then
    assertThat(found).containsExactly("slack|hourly|t");
    assertThat(database.rows("SELECT has_untold FROM search_channel")).containsExactly("f");

    // and what one of now writes, or a restore, is left as it is
    database.execute(
        "INSERT INTO saved_search (id, name, query, channel, target) VALUES"
            + " ('b', 'Both', '', 'slack', 'https://b.example');"
            + " INSERT INTO search_channel (search_id, place, channel, target, rhythm) VALUES"
            + " ('b', 1, 'slack', 'https://b.example', 'weekly'), ('b', 2, 'email', 'b', 'daily')");
    assertThat(
            database.rows(
                "SELECT place, rhythm FROM search_channel WHERE search_id = 'b' ORDER BY 1"))
        .containsExactly("1|weekly", "2|daily");

    // and a channel that was removed does not come back with a restore
    database.execute(
        "INSERT INTO saved_search (id, name, query, channel, target) VALUES"
            + " ('c', 'One left', '', 'slack', '');"
            + " INSERT INTO search_channel (search_id, place, channel, target, rhythm) VALUES"
            + " ('c', 2, 'slack', 'https://c.example', 'weekly')");
    assertThat(database.rows("SELECT place FROM search_channel WHERE search_id = 'c'"))
        .containsExactly("2");
  }
}
