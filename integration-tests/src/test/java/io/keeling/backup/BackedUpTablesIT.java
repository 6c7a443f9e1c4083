package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.CommandRun;
import io.keeling.app.reprocess.PipelineServers;
import io.keeling.app.reprocess.TableDump;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Tables of the desk in {@code keeling backup} and {@code keeling restore}. */
class BackedUpTablesIT extends BackupTests {

  private static final List<String> ACCOUNTS = List.of("account", "account_token", "audit");
  private static final List<String> OF_EDITORS =
      BackupContents.ALL.tables().stream().filter(table -> !ACCOUNTS.contains(table)).toList();

  @Test
  void tablesOfEditorsAreRestoredAndWrittenAnewOnlyWhereTheyChanged() throws Exception {
    BackupContents contents =
        new BackupContents(BackupContents.ALL.topics(), List.of("desk_search", "desk_alert"));
    TableDump tables = new TableDump();
    tables.execute(
        "CREATE TABLE desk_search (id text PRIMARY KEY, asked_at timestamptz, filters jsonb,"
            + " score float8);"
            + " CREATE TABLE desk_alert (search text NOT NULL REFERENCES desk_search, \"to\" text);"
            + " INSERT INTO desk_search VALUES"
            + " ('a', '2026-11-24T09:00:00.123456Z', '{\"q\": \"Äcker \\n\"}', 0.1),"
            + " ('b', NULL, NULL, 1e-300);"
            + " INSERT INTO desk_alert VALUES ('a', 'https://a.example'), ('a', NULL)");
    List<String> expected = new ArrayList<>(rows(tables, "desk_search"));
    expected.addAll(rows(tables, "desk_alert"));
    DatabaseConfig database = DatabaseConfig.at(tables.url(), EmbeddedDatabase.USER);
    for (int run = 1; run <= 3; run++) {
      try (BackupDirectory backup = BackupDirectory.forWriting(trial.backup().toString())) {
        new Backup(live.connection(), database, backup, contents, Clock.systemUTC(), "0.1.0")
            .run(() -> {});
      }
      if (run == 2) {
        tables.execute("DELETE FROM desk_alert WHERE \"to\" IS NULL");
      }
    }
    assertThat(trial.runs())
        .extracting(manifest -> manifest.segments("desk_alert").get(0).file())
        .containsExactly(
            "000001/desk_alert-0-001.jsonl.gz",
            "000001/desk_alert-0-001.jsonl.gz",
            "000003/desk_alert-0-001.jsonl.gz");
    assertThat(trial.backup().resolve("000002/desk_alert-0-001.jsonl.gz")).doesNotExist();

    try (PipelineServers other = trial.servers("other")) {
      TableDump again = new TableDump();
      Migrations.apply(DatabaseConfig.at(again.url(), EmbeddedDatabase.USER));
      again.execute(
          "CREATE TABLE desk_search (id text PRIMARY KEY, asked_at timestamptz, filters jsonb,"
              + " score float8);"
              + " CREATE TABLE desk_alert (search text NOT NULL REFERENCES desk_search, \"to\" text,"
              + " pace text NOT NULL DEFAULT 'daily')");
      assertThat(trial.restore(other).err())
          .contains("holds desk_search and desk_alert, which this");
      restore(other, again, contents);
      List<String> found = new ArrayList<>(rows(again, "desk_search"));
      found.addAll(rows(again, "desk_alert"));
      assertThat(again.count("SELECT count(*) FROM desk_alert WHERE pace = 'daily'")).isEqualTo(2);
      assertThat(found).isEqualTo(expected);

      assertThatThrownBy(() -> restore(other, again, contents))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("desk_search has rows already");
    }
  }

  /** Puts the first two runs back. */
  private void restore(PipelineServers to, TableDump tables, BackupContents contents)
      throws Exception {
    try (BackupDirectory backup = BackupDirectory.forReading(trial.backup().toString())) {
      new Restore(backup, backup.runs(2), contents)
          .run(
              to.connection(),
              DatabaseConfig.at(tables.url(), EmbeddedDatabase.USER),
              List.of(),
              Optional.empty(),
              () -> {});
    }
  }

  @Test
  void accountsAreRestoredAndNoNumberIsGivenTwice() throws Exception {
    TableDump desk = new TableDump();
    CommandRun before =
        CommandRun.of(
            trial.arguments(
                live.connection(), desk.url(), List.of("backup", trial.backup().toString())));
    assertThat(before.status()).as("without a schema: " + before.err()).isZero();
    Migrations.apply(DatabaseConfig.at(desk.url(), EmbeddedDatabase.USER));
    desk.execute(
        "INSERT INTO account (name, role, password) VALUES ('ona', 'operator', '$argon2id$'),"
            + " ('ida', 'editor', NULL);"
            + " INSERT INTO account_token (digest, account, label, scope, expires_at)"
            + " SELECT '\\xdeadbeef', id, 'nightly', 'read', '2030-01-01Z' FROM account"
            + " WHERE name = 'ida';"
            + " INSERT INTO audit (account, who, action, subject)"
            + " SELECT id, name, 'account.add', 'ida' FROM account;"
            + " INSERT INTO account_session (digest, account, expires_at, browser)"
            + " SELECT '\\x00', min(id), '2030-01-01Z', '' FROM account");
    CommandRun ran =
        CommandRun.of(
            trial.arguments(
                live.connection(), desk.url(), List.of("backup", trial.backup().toString())));
    assertThat(ran.status()).as(ran.err()).isZero();

    try (PipelineServers other = trial.servers("other")) {
      TableDump again = new TableDump();
      CommandRun restored =
          CommandRun.of(
              trial.arguments(
                  other.connection(), again.url(), List.of("restore", trial.backup().toString())));
      assertThat(restored.status()).as(restored.err()).isZero();
      for (String table : ACCOUNTS) {
        assertThat(rows(again, table)).isNotEmpty().isEqualTo(rows(desk, table));
      }
      assertThat(again.count("SELECT count(*) FROM account_session")).isZero();
      again.execute(
          "INSERT INTO account (name, role) VALUES ('new', 'reader');"
              + " INSERT INTO audit (who, action, subject) VALUES ('new', 'a', 'b')");
      assertThat(again.count("SELECT id FROM account WHERE name = 'new'")).isEqualTo(3);
    }
  }

  private static List<String> rows(TableDump tables, String table) throws Exception {
    return tables.rows("SELECT (to_jsonb(t) - 'pace')::text FROM " + table + " t ORDER BY 1");
  }

  @Test
  void savedSearchesAndCollectionsComeBackWithWhatIsInThem() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    trial
        .kept()
        .execute(
            "INSERT INTO saved_search (id, name, query, channel, target, secret, rhythm)"
                + " VALUES ('a', 'Coal & Kohle', 'topic=coal', 'webhook', 'https://a.example',"
                + " 'whsec_AAAA', 'daily'), ('b', 'Wind', 'q=wind', 'none', '', NULL, 'at-once');"
                + " INSERT INTO search_channel (search_id, place, channel, target, rhythm, off_at)"
                + " VALUES ('a', 2, 'email', 'ida@example.org', 'weekly', now());"
                + " INSERT INTO search_delivery (id, search_id, state) VALUES ('m', 'a', 'delivered');"
                + " INSERT INTO delivery_attempt (delivery_id, attempt, status, millis)"
                + " VALUES ('m', 1, 204, 12);"
                + " INSERT INTO search_alert (search_id, article_id, kind, wording, version,"
                + " fetched_at, delivery_id) VALUES ('a', 'one', 'new', '', 'v', now(), 'm');"
                + " INSERT INTO collection (id, name) VALUES ('c', 'Coal'), ('d', 'Empty');"
                + " INSERT INTO collection_article (collection_id, article_id, added_by, note,"
                + " noted_at, noted_by) VALUES ('c', 'one', 'ida', 'Ask.', now(), 'ida');"
                + " INSERT INTO tag_correction (article, id, tag, subject, says, note, who, at)"
                + " VALUES ('0123456789abcdef0123456789abcdef', '0123456789abcdef', 'topic',"
                + " 'coal', 'absent', 'of wind', 'ida', now())");
    String corrections = Topics.CORRECTIONS.name();
    TagCorrection said =
        new TagCorrection(
            "0123456789abcdef0123456789abcdef",
            CorrectedTag.TOPIC,
            "coal",
            "absent",
            "ida",
            Instant.EPOCH,
            "of wind",
            null,
            null);
    live.send(
        new ProducerRecord<>(
            corrections,
            said.key().getBytes(StandardCharsets.UTF_8),
            ContractSerdes.TAG_CORRECTION.serialize(corrections, said)));
    trial.backUp();

    try (PipelineServers other = trial.servers("other")) {
      CommandRun ran = trial.restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      for (String table : OF_EDITORS) {
        String all = "SELECT to_jsonb(t)::text FROM " + table + " t ORDER BY 1";
        assertThat(trial.kept(other).rows(all))
            .as(table)
            .isNotEmpty()
            .isEqualTo(trial.kept().rows(all));
      }
      assertThat(TopicRecords.of(other.connection(), corrections, List.of()))
          .isNotEmpty()
          .isEqualTo(TopicRecords.of(live.connection(), corrections, List.of()));
    }
  }
}
