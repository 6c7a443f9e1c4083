package io.keeling.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.sink.Servers;
import io.keeling.sink.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MigrationsIT {

  @Test
  void appliesEachMigrationOnce(TestDatabase database) {
    assertThat(Migrations.apply(database.config())).isPositive();
    assertThat(Migrations.apply(database.config())).isZero();
  }

  @Test
  void severalMayApplyThemAtOnce(TestDatabase database) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> migrate = () -> Migrations.apply(database.config());
      int applied = 0;
      for (Future<Integer> result : threads.invokeAll(List.of(migrate, migrate, migrate))) {
        applied += result.get();
      }
      assertThat(database.rows("SELECT version FROM flyway_schema_history"))
          .doesNotHaveDuplicates()
          .hasSize(applied);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theStatementsOfTheLastReleaseStillWorkAndWriteWhatTodaysWouldRead(TestDatabase database)
      throws Exception {
    ReleasedStatements released = new ReleasedStatements(1);
    Migrations.apply(database.config());

    released.store(database);

    assertThat(database.rows("SELECT id, revision, title, text, story_id FROM article"))
        .containsExactly("harbour-1|2|Harbour wall holds|The wall holds. 2|harbour-1");
    assertThat(database.rows("SELECT version, revision FROM article_version ORDER BY revision"))
        .containsExactly("v1|1", "v2|2");
    assertThat(
            database.rows(
                "SELECT n.text, n.mentions, c.code, t.topic_id FROM article_name n"
                    + " JOIN article_country c USING (article_id)"
                    + " JOIN article_topic t USING (article_id)"))
        .containsExactly("Lagos|1|NG|sea-level");
    assertThat(database.rows("SELECT topic, partition, next_offset FROM consumer_offset"))
        .containsExactly("keeling.enriched|0|2");

    released.remove(database, "harbour-1");
    assertThat(
            database.rows(
                "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article_version),"
                    + " (SELECT count(*) FROM article_name)"))
        .containsExactly("0|0|0");
  }

  @Test
  void nothingIsLeftThatOnlySearchReadWhichIsAnIndexOfTheDesk(TestDatabase database) {
    Migrations.apply(database.config());

    assertThat(
            database.rows(
                "SELECT attname FROM pg_attribute WHERE attrelid = 'article'::regclass"
                    + " AND NOT attisdropped AND (attgenerated <> '' OR atttypid = 'tsvector'::regtype)"))
        .isEmpty();
    assertThat(database.rows("SELECT cfgname FROM pg_ts_config WHERE cfgname LIKE 'keeling%'"))
        .isEmpty();
    assertThat(database.rows("SELECT indexdef FROM pg_indexes WHERE indexdef LIKE '%USING gin%'"))
        .isEmpty();
  }
}
