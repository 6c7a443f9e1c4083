package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.EmptyDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
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
  void severalMayApplyThemAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> migrate = () -> Migrations.apply(config);
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
  void nothingIsLeftThatOnlySearchReadWhichIsAnIndexOfTheDesk() {
    Migrations.apply(config);

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

  @Test
  void savedSearchesOfBeforeKeepTheirChannelAndItsMessagesAndGetTheirOwner() {
    // given
    Flyway.configure()
        .dataSource(ConnectionPool.single(config))
        .locations(Migrations.LOCATION)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target("10")
        .load()
        .migrate();
    database.execute(
        """
        INSERT INTO account (name, role) VALUES ('ida', 'editor');
        INSERT INTO audit (account, who, action, subject)
            SELECT id, name, 'search.save', 'Told' FROM account;
        INSERT INTO saved_search (id, name, query, channel, target, secret, rhythm, has_untold)
            VALUES ('a', 'Told', '', 'webhook', 'https://a.example', 'whsec_AA==', 'daily', true),
                ('b', 'Looked at', '', 'none', '', NULL, 'at-once', false);
        INSERT INTO search_delivery (id, search_id) VALUES ('m', 'a');
        INSERT INTO search_alert (search_id, article_id, kind, wording, version, fetched_at,
                delivery_id)
            VALUES ('a', 'one', 'new', '', 'v', now(), 'm'), ('a', 'two', 'new', '', 'v', now(), NULL)
        """);

    // when
    Migrations.apply(config);

    // then
    assertThat(
            database.rows(
                "SELECT search_id, place, channel, target, secret, rhythm, has_untold"
                    + " FROM search_channel"))
        .containsExactly("a|1|webhook|https://a.example|whsec_AA==|daily|t");
    assertThat(
            database.rows(
                "SELECT s.id, a.name FROM saved_search s LEFT JOIN account a ON a.id = s.owner"
                    + " ORDER BY 1"))
        .containsExactly("a|ida", "b|null");
    assertThat(database.rows("SELECT id, place, notice_of FROM search_delivery"))
        .containsExactly("m|1|null");
    assertThat(database.rows("SELECT article_id, place, delivery_id FROM search_alert ORDER BY 1"))
        .containsExactly("one|1|m", "two|1|null");
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
  }
}
