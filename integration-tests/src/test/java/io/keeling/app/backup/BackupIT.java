package io.keeling.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.CommandRun;
import io.keeling.app.command.BackupCommand;
import io.keeling.app.command.RestoreCommand;
import io.keeling.app.reprocess.PipelineServers;
import io.keeling.app.reprocess.TableDump;
import io.keeling.contract.article.Article;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.enrich.Enrich;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.sink.Sink;
import io.keeling.sink.config.DatabaseConfig;
import io.keeling.sink.database.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keeling backup} and {@code keeling restore}, as an operator runs them. */
class BackupIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;

  private static final List<String> ACCOUNTS = List.of("account", "account_token", "audit");
  private static final List<String> OF_EDITORS =
      List.of(
          "saved_search",
          "search_delivery",
          "delivery_attempt",
          "search_alert",
          "collection",
          "collection_article",
          "tag_correction");

  private final Map<PipelineServers, TableDump> kept = new IdentityHashMap<>();
  private PipelineServers live;
  private Path backup;

  @BeforeEach
  void start() throws Exception {
    live = new PipelineServers(directory.resolve("live"));
    backup = directory.resolve("backup");
  }

  @AfterEach
  void stop() throws Exception {
    live.close();
  }

  private String[] arguments(KafkaConnection kafka, String database, List<String> arguments)
      throws IOException {
    List<Integer> ports = FreePorts.find(2);
    Path config =
        Files.writeString(
            directory.resolve("keeling.yaml"),
            """
            kafka: {bootstrapServers: "%s"}
            database: {url: "%s", user: %s}
            embedded: {kafkaPort: %d, postgresPort: %d}
            """
                .formatted(
                    kafka.bootstrapServers(),
                    database,
                    EmbeddedDatabase.USER,
                    ports.get(0),
                    ports.get(1)));
    return Stream.concat(arguments.stream(), Stream.of("--config", config.toString()))
        .toArray(String[]::new);
  }

  private CommandRun run(PipelineServers on, String... arguments) throws IOException {
    return CommandRun.of(arguments(on.connection(), kept(on).url(), List.of(arguments)));
  }

  /** The database of what editors keep, with the tables of this release. */
  private TableDump kept(PipelineServers on) {
    return kept.computeIfAbsent(
        on,
        servers -> {
          try {
            TableDump tables = servers.database("kept");
            Migrations.apply(DatabaseConfig.at(tables.url(), EmbeddedDatabase.USER));
            return tables;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void backUp() throws Exception {
    CommandRun ran = run(live, "backup", backup.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private CommandRun restore(PipelineServers to, String... options) throws IOException {
    return run(
        to,
        Stream.concat(Stream.of("restore", backup.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static void watch(KafkaConnection kafka, String... ids) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      catalogue.putAll(Stream.of(ids).map(id -> source(id)).toList());
    }
  }

  private static Source source(String id) {
    String url = "https://" + id + ".example/feed";
    return new Source(id, SourceKind.FEED, url, id, null, null, null);
  }

  private static List<Source> watched(KafkaConnection kafka) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      return List.copyOf(catalogue.list());
    }
  }

  private static Map<Integer, List<String>> articles(PipelineServers servers) {
    return TopicRecords.of(servers.connection(), Topics.ARTICLES.name(), List.of());
  }

  @Test
  void whatIsRestoredIsWhatWasBackedUpWhileArticlesCameIn() throws Exception {
    watch(live.connection(), "lake", "river");
    TableDump tables = live.database("live");
    try (Enrich enrich = live.enrich(null);
        Sink sink = live.sink(tables)) {
      try (Load load = new Load(live.connection())) {
        for (int run = 1; run <= 3; run++) {
          int before = load.committed();
          await().atMost(PATIENCE).until(() -> load.committed() >= before + 15);
          backUp();
        }
      }
      try (SourceCatalogue catalogue = new SourceCatalogue(live.connection())) {
        catalogue.remove("river");
      }
      backUp();
      await().atMost(PATIENCE).until(() -> tables.lag(live.connection()) == 0 && all(tables, live));
      assertThat(enrich.alive() && sink.alive()).isTrue();
    }
    List<Manifest> runs = BackupDirectory.forReading(backup.toString()).runs();

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      CommandRun ran = restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(articles(other)).isEqualTo(articles(live));
      assertThat(watched(other.connection()))
          .isEqualTo(watched(live.connection()))
          .extracting(Source::id)
          .containsExactly("lake");

      // The roles make the same tables of it
      TableDump again = other.database("again");
      try (Enrich enrich = other.enrich(null);
          Sink sink = other.sink(again)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(again.contents()).isEqualTo(tables.contents()));
        assertThat(enrich.alive() && sink.alive()).isTrue();
      }
    }

    // And each run is what had come in by then, each record of it in the first that has it
    try (PipelineServers second = new PipelineServers(directory.resolve("second"))) {
      CommandRun ran = restore(second, "--run", "2");
      assertThat(ran.status()).as(ran.err()).isZero();
      List<Long> cut = runs.get(1).cut(Topics.ARTICLES.name()).orElseThrow().next();
      assertThat(articles(second))
          .isEqualTo(TopicRecords.of(live.connection(), Topics.ARTICLES.name(), cut));
      assertThat(watched(second.connection())).extracting(Source::id).contains("river");
    }
    assertThat(runs.stream().mapToLong(BackupIT::articles).sum())
        .isEqualTo(articles(live).values().stream().mapToLong(List::size).sum());
    assertThat(runs.stream().mapToLong(BackupIT::articles).limit(3)).allMatch(count -> count > 0);
  }

  private static boolean all(TableDump tables, PipelineServers servers) throws Exception {
    return tables.count("SELECT count(*) FROM article_version")
        == servers.records(Topics.ARTICLES.name()).size();
  }

  private static long articles(Manifest run) {
    return run.segments(Topics.ARTICLES.name()).stream().mapToLong(Segment::records).sum();
  }

  @Test
  void ofAnArticleThatIsTakenDownOnlyThatIsRestored() throws Exception {
    Article gone = Load.article(1, "This is in the letter of the court.", 1);
    Article kept = Load.article(2, "This is not.", 2);
    live.send(Load.record(gone));
    live.send(Load.record(kept));
    backUp();
    byte[] id = gone.id().getBytes(StandardCharsets.UTF_8);
    Removal removal = new Removal(gone.id(), true, "an order", Instant.EPOCH, gone.url());
    live.send(
        new ProducerRecord<>(
            Topics.REMOVALS.name(), id, ContractSerdes.REMOVAL.serialize("", removal)));
    ProducerRecord<byte[], byte[]> said = new ProducerRecord<>(Topics.ARTICLES.name(), id, null);
    HeaderValues.put(said.headers(), HeaderNames.REMOVAL, "removed");
    live.send(said);
    backUp();

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      CommandRun ran = restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Left out: 1 versions");
      assertThat(other.records(Topics.ARTICLES.name()))
          .hasSize(2)
          .allMatch(
              record ->
                  new String(record.key(), StandardCharsets.UTF_8)
                      .equals(record.value() == null ? gone.id() : kept.id()));
      assertThat(TopicRecords.of(other.connection(), Topics.REMOVALS.name(), List.of()))
          .isEqualTo(TopicRecords.of(live.connection(), Topics.REMOVALS.name(), List.of()));
    }
  }

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    backUp();
    live.send(Load.record(Load.article(2, "Two.", 2)));
    backUp();
    Segment segment =
        BackupDirectory.forReading(backup.toString())
            .runs()
            .get(1)
            .segments(Topics.ARTICLES.name())
            .get(0);
    Path file = backup.resolve(segment.file());
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 2] ^= 1;

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      Files.write(file, damaged);
      assertThat(restore(other).err()).contains(segment.file(), "is damaged");
      assertThat(restore(other, "--dry-run").status()).isEqualTo(1);
      Files.delete(file);
      assertThat(restore(other).err()).contains(segment.file(), "is missing");
      assertThat(other.records(Topics.ARTICLES.name())).isEmpty();

      // The run before it is whole
      assertThat(restore(other, "--run", "3").err()).contains("has no run 3");
      CommandRun ran = restore(other, "--run", "1");
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(other.records(Topics.ARTICLES.name())).hasSize(1);

      Files.write(file, bytes);
      assertThat(restore(other, "--dry-run").out()).contains("The backup is whole: 2 records");
      assertThat(restore(other).err()).contains("keeling.articles has records already");
      assertThat(other.records(Topics.ARTICLES.name())).hasSize(1);
    }
  }

  @Test
  void whatAnInterruptedRunLeftIsWrittenAnewAndAnotherTopicIsRefused() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    backUp();
    live.send(Load.record(Load.article(2, "Two.", 2)));
    Path interrupted = Files.createDirectory(backup.resolve("000002"));
    Files.writeString(interrupted.resolve("keeling.articles-0-001.jsonl.gz"), "half");
    Files.writeString(interrupted.resolve("manifest.json"), "{");
    backUp();
    List<Manifest> runs = BackupDirectory.forReading(backup.toString()).runs();
    assertThat(runs).extracting(BackupIT::articles).containsExactly(1L, 1L);

    live.deleteTopic(Topics.ARTICLES.name());
    live.createTopics();
    assertThat(run(live, "backup", backup.toString()).err())
        .contains("keeling.articles is another topic");
    Path other = Files.createDirectory(directory.resolve("photographs"));
    Files.writeString(other.resolve("one.jpg"), "");
    assertThat(run(live, "backup", other.toString()).err())
        .contains("holds something that is no backup");
  }

  @Test
  void tablesOfEditorsAreRestoredAndWrittenAnewOnlyWhereTheyChanged() throws Exception {
    BackupContents contents =
        new BackupContents(BackupContents.ALL.topics(), List.of("desk_search", "desk_alert"));
    TableDump tables = live.database("desk");
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
    for (int run = 1; run <= 3; run++) {
      CommandRun ran =
          CommandRun.with(
              "backup",
              new BackupCommand(contents),
              arguments(live.connection(), tables.url(), List.of("backup", backup.toString())));
      assertThat(ran.status()).as(ran.err()).isZero();
      if (run == 2) {
        tables.execute("DELETE FROM desk_alert WHERE \"to\" IS NULL");
      }
    }
    assertThat(BackupDirectory.forReading(backup.toString()).runs())
        .extracting(manifest -> manifest.segments("desk_alert").get(0).file())
        .containsExactly(
            "000001/desk_alert-0-001.jsonl.gz",
            "000001/desk_alert-0-001.jsonl.gz",
            "000003/desk_alert-0-001.jsonl.gz");
    assertThat(backup.resolve("000002/desk_alert-0-001.jsonl.gz")).doesNotExist();

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      TableDump again = other.database("again");
      Migrations.apply(DatabaseConfig.at(again.url(), EmbeddedDatabase.USER));
      again.execute(
          "CREATE TABLE desk_search (id text PRIMARY KEY, asked_at timestamptz, filters jsonb,"
              + " score float8);"
              + " CREATE TABLE desk_alert (search text NOT NULL REFERENCES desk_search, \"to\" text,"
              + " pace text NOT NULL DEFAULT 'daily')");
      assertThat(restore(other).err()).contains("holds desk_search and desk_alert, which this");
      String[] second =
          arguments(
              other.connection(), again.url(), List.of("restore", backup.toString(), "--run", "2"));
      CommandRun ran = CommandRun.with("restore", new RestoreCommand(contents), second);
      assertThat(ran.status()).as(ran.err()).isZero();
      List<String> found = new ArrayList<>(rows(again, "desk_search"));
      found.addAll(rows(again, "desk_alert"));
      assertThat(again.count("SELECT count(*) FROM desk_alert WHERE pace = 'daily'")).isEqualTo(2);
      assertThat(found).isEqualTo(expected);

      assertThat(CommandRun.with("restore", new RestoreCommand(contents), second).err())
          .contains("desk_search has rows already");
    }
  }

  @Test
  void everyTableThatIsKeptIsFilledByATest() {
    assertThat(BackupContents.ALL.tables())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ACCOUNTS.stream(), OF_EDITORS.stream()).toList());
  }

  @Test
  void accountsAreRestoredAndNoNumberIsGivenTwice() throws Exception {
    TableDump desk = live.database("desk");
    CommandRun before =
        CommandRun.of(
            arguments(live.connection(), desk.url(), List.of("backup", backup.toString())));
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
            arguments(live.connection(), desk.url(), List.of("backup", backup.toString())));
    assertThat(ran.status()).as(ran.err()).isZero();

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      TableDump again = other.database("again");
      CommandRun restored =
          CommandRun.of(
              arguments(other.connection(), again.url(), List.of("restore", backup.toString())));
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
    kept(live)
        .execute(
            "INSERT INTO saved_search (id, name, query, channel, target, secret, rhythm)"
                + " VALUES ('a', 'Coal & Kohle', 'topic=coal', 'webhook', 'https://a.example',"
                + " 'whsec_AAAA', 'daily'), ('b', 'Wind', 'q=wind', 'none', '', NULL, 'at-once');"
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
    backUp();

    try (PipelineServers other = new PipelineServers(directory.resolve("other"))) {
      CommandRun ran = restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      for (String table : OF_EDITORS) {
        String all = "SELECT to_jsonb(t)::text FROM " + table + " t ORDER BY 1";
        assertThat(kept(other).rows(all)).as(table).isNotEmpty().isEqualTo(kept(live).rows(all));
      }
      assertThat(TopicRecords.of(other.connection(), corrections, List.of()))
          .isNotEmpty()
          .isEqualTo(TopicRecords.of(live.connection(), corrections, List.of()));
    }
  }

  @Test
  void aDataDirectoryOfKeelingUpIsMadeOfWhatLiesInS3() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    Path data = directory.resolve("data");
    try (S3Server server = S3Server.start(directory)) {
      String bucket = "s3://" + S3Server.BUCKET + "/keeling";
      for (int run = 1; run <= 2; run++) {
        CommandRun ran = run(live, "backup", bucket);
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Run " + run + " in " + bucket);
      }

      CommandRun ran = run(live, "restore", bucket, "--data", data.toString());
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(run(live, "restore", bucket, "--data", data.toString()).err())
          .contains("has data already");

      S3Server.set("secretAccessKey", "another");
      assertThat(run(live, "backup", bucket).err().strip())
          .startsWith("keeling: cannot write a backup to " + bucket + ": S3 answered 403")
          .endsWith("Runs of before are as they were; run it again.");
      assertThat(server.port()).isPositive();
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"))) {
      assertThat(
              TopicRecords.of(
                  KafkaConnection.to(kafka.bootstrapServers()), Topics.ARTICLES.name(), List.of()))
          .isEqualTo(articles(live));
    }
  }
}
