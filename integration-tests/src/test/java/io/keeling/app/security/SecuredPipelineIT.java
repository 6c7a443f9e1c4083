package io.keeling.app.security;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.command.ArticlesCommand;
import io.keeling.app.command.BackupCommand;
import io.keeling.app.command.CorrectionsCommand;
import io.keeling.app.command.DeadLettersCommand;
import io.keeling.app.command.ImportCommand;
import io.keeling.app.command.ReprocessCommand;
import io.keeling.app.command.SourcesCommand;
import io.keeling.app.command.TraceCommand;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.operation.DeskOperations;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.correction.CorrectionWriter;
import io.keeling.desk.operation.LetterList;
import io.keeling.desk.operation.Work;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicScan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * All roles against a Kafka with TLS, passwords and least rights and a PostgreSQL with TLS, as
 * {@code docs/security.md} sets them up; each role is a user of its own, and its secrets come from
 * files.
 */
class SecuredPipelineIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** More than an import sends before it looks at how far the readers are. */
  private static final int IMPORTED_PAGES = 150;

  private static final List<String> GROUPS =
      List.of(
          "keeling-ingest",
          "keeling-fetcher",
          "keeling-enrich",
          "keeling-sink",
          "keeling-desk-alerts",
          "keeling-backup");
  private static final List<String> TRANSACTIONS =
      List.of("keeling-ingest-t", "keeling-enrich-t", "keeling-reprocess-t");
  private static final Set<String> ROLE_USERS =
      Allowed.ALL.stream().map(user -> "User:keeling-" + user.name()).collect(toSet());

  @TempDir static Path directory;

  private static SecuredPipeline pipeline;
  private static SecuredKafka kafka;

  @BeforeAll
  static void startEverything() throws Exception {
    pipeline = SecuredPipeline.start(directory);
    kafka = pipeline.servers().kafka();
  }

  @AfterAll
  static void stopEverything() throws Exception {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void anArticleComesFromItsPageToItsRowWithEachRoleUsingItsOwnRights() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(rows("article")).isPositive();
              assertThat(rows("article_version")).isPositive();
              assertThat(pipeline.roles())
                  .allSatisfy(role -> assertThat(role.problems().get()).isEmpty());
            });
  }

  /** As the desk sees them. */
  private static long rows(String table) throws SQLException {
    SecuredServers servers = pipeline.servers();
    try (Connection connection = servers.postgres().connect("desk", servers.authority());
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Each right of the list is one that the broker asked for, and would have refused the request
   * without; and it refused nothing, so no role goes on by trying again.
   */
  @Test
  void everyRightIsNeededAndNoneIsMissing() throws Exception {
    sendRecordsThatCannotBeProcessed();
    awaitDeadLettersOfEveryStage();
    runTheOperatorsCommands();
    doWhatOperatorsDoAtTheDesk();
    correctATagAtTheDesk();
    Set<String> groups = groupsOfTheExamples();
    groups.add("consumer-of-all");
    for (String group : groups) {
      for (String topic : topicsForConsumers()) {
        readAsConsumer(topic, group);
      }
    }

    // Kafka Streams deletes what it has read of its own topics once in a while.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(kafka.rights()).filteredOn(right -> !isAskedFor(right)).isEmpty());
    assertThat(RecordingAuthorizer.denied())
        .filteredOn(asked -> ROLE_USERS.contains(asked.principal()))
        .isEmpty();
  }

  private static boolean isAskedFor(AclBinding right) {
    return RecordingAuthorizer.allowed().stream().anyMatch(asked -> asked.needs(right));
  }

  /** Of each stage one whose dead letter holds it, and one that must be read from its topic. */
  private static void sendRecordsThatCannotBeProcessed() {
    byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
    byte[] tooLargeForALetter = new byte[DeadLetter.LARGEST_PAYLOAD + 1];
    Map<String, Object> properties =
        KafkaConnection.to(kafka.administratorListener()).clientProperties();
    properties.put("max.request.size", Topics.LARGEST_RECORD);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var topic : List.of(Topics.FETCHES, Topics.PAGES, Topics.ARTICLES, Topics.ENRICHED)) {
        byte[] absent = topic.equals(Topics.FETCHES) ? null : tooLargeForALetter;
        KafkaFutures.get(producer.send(new ProducerRecord<>(topic.name(), garbage, garbage)));
        KafkaFutures.get(producer.send(new ProducerRecord<>(topic.name(), garbage, absent)));
      }
    }
  }

  private static void awaitDeadLettersOfEveryStage() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Map<Stage, Boolean> stages = new EnumMap<>(Stage.class);
              new DeadLetterLog(pipeline.connection("operator"))
                  .forEach(
                      (id, letter) -> {
                        if (letter.url() == null) {
                          stages.merge(
                              letter.stage(), letter.payload() == null, Boolean::logicalOr);
                        }
                      });
              assertThat(stages).containsOnlyKeys(Stage.values()).doesNotContainValue(false);
            });
  }

  private static void runTheOperatorsCommands() throws Exception {
    Path opml =
        Files.writeString(
            directory.resolve("sources.opml"),
            "<opml version='2.0'><body><outline text='A' type='rss'"
                + " xmlUrl='http://a.example/feed'/></body></opml>");
    List<String> importing = new ArrayList<>();
    for (int i = 0; i < IMPORTED_PAGES; i++) {
      Path page =
          Files.writeString(
              directory.resolve("page-" + i + ".html"),
              "<html><head><link rel=canonical"
                  + " href='http://a.example/"
                  + i
                  + "'></head><body>Short.</body></html>");
      importing.add(page.toString());
    }
    // JSON is YAML.
    String settings =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "kafka",
                Map.of(
                    "bootstrapServers",
                    kafka.passwordListener(),
                    "properties",
                    kafka.properties("operator", pipeline.servers().authority())),
                // Backups have what editors save.
                "database",
                Map.of(
                    "url",
                    pipeline.servers().postgres().url(pipeline.servers().authority()),
                    "user",
                    "keeling_sink",
                    "passwordFile",
                    pipeline.servers().postgres().secret("sink").toString())));
    String config = Files.writeString(directory.resolve("operator.yaml"), settings).toString();

    run(new SourcesCommand(), "list", "--config", config);
    run(new SourcesCommand(), "check", "--config", config);
    run(new DeadLettersCommand(), "list", "--config", config);
    run(new DeadLettersCommand(), "replay", "--all", "--config", config);
    run(new SourcesCommand(), "import", opml.toString(), "--config", config);
    importing.addAll(List.of("--config", config));
    run(new ImportCommand(), importing.toArray(String[]::new));
    run(new ReprocessCommand(), "pages", "--all", "--config", config);
    run(new ReprocessCommand(), "articles", "--all", "--config", config);
    String article = anyArticle();
    run(
        new CorrectionsCommand(),
        "add",
        article,
        "--tag",
        "climate",
        "--says",
        "none",
        "--config",
        config);
    run(new CorrectionsCommand(), "list", article, "--config", config);
    run(new ArticlesCommand(), "remove", article, "--reason", "an order", "--config", config);
    run(new TraceCommand(), article, "--config", config);
    run(new BackupCommand(), directory.resolve("backup").toString(), "--config", config);
  }

  /** An import that is not at its end is there for the while. */
  private static void doWhatOperatorsDoAtTheDesk() throws Exception {
    kafka
        .admin()
        .alterConsumerGroupOffsets(
            "keeling-import-0f3b",
            Map.of(
                new TopicPartition(Topics.PAGES.name(), 0),
                new OffsetAndMetadata(
                    0, "{\"file\":\"a\",\"size\":9,\"position\":3,\"records\":1,\"pages\":2}")))
        .all()
        .get(30, TimeUnit.SECONDS);
    kafka
        .admin()
        .alterConsumerGroupOffsets(
            "keeling-work-replay",
            Map.of(
                new TopicPartition(Topics.ARTICLES.name(), 0),
                new OffsetAndMetadata(0, "{\"done\":2,\"at\":\"2026-11-24T09:00:00Z\"}")))
        .all()
        .get(30, TimeUnit.SECONDS);
    try (DeskOperations desk = new DeskOperations(pipeline.config("desk"))) {
      assertThat(desk.sources()).isNotEmpty();
      desk.add(new Source("b", SourceKind.FEED, "http://b.example/f", "B", null, null, null));
      assertThat(desk.pause("b", true)).isTrue();
      assertThat(desk.remove("b")).isTrue();
      for (String stage : List.of("fetch", "read")) {
        LetterList letters =
            desk.letters(Optional.empty()).counts().stream()
                .map(LetterList.Count::kind)
                .filter(kind -> kind.stage().equals(stage))
                .map(kind -> desk.letters(Optional.of(kind)))
                .filter(list -> replayable(desk, list))
                .findFirst()
                .orElseThrow();
        assertThat(letters.newest()).isNotEmpty();
      }
      assertThat(desk.work().imports()).extracting(Work.Import::pages).containsExactly(2L);
      assertThat(desk.work().commands()).extracting(Work.Command::done).contains(2L);
    }
  }

  private static void correctATagAtTheDesk() {
    try (CorrectionWriter writer = new CorrectionWriter(pipeline.connection("desk"))) {
      writer.write(
          new TagCorrection(
              anyArticle(),
              CorrectedTag.CLIMATE,
              null,
              "main",
              "an editor",
              Instant.now(),
              null,
              null,
              null));
    }
  }

  /** Sends one of a list again, if it has one that can be. */
  private static boolean replayable(DeskOperations desk, LetterList list) {
    for (LetterList.Row row : list.newest()) {
      DeadLetter letter = desk.letter(row.id()).orElseThrow();
      if (letter.payload() != null) {
        desk.replay(letter);
        return true;
      }
    }
    return false;
  }

  private static String anyArticle() {
    try (TopicScan scan =
        new TopicScan(pipeline.connection("operator"), Topics.ARTICLES.name(), null)) {
      while (scan.hasNext()) {
        byte[] key = scan.next().key();
        if (key != null && Removal.isId(new String(key, StandardCharsets.UTF_8))) {
          return new String(key, StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no article yet");
  }

  /** The topics that readers of docs/consumers.md are sent to. */
  private static Set<String> topicsForConsumers() throws IOException {
    return found(Path.of("../docs/consumers.md"), "`(keeling\\.[a-z-]+)`", 5).stream()
        .filter(name -> Topics.ALL.stream().anyMatch(topic -> topic.name().equals(name)))
        .collect(toSet());
  }

  private static Set<String> groupsOfTheExamples() throws IOException {
    return found(Path.of("../contract/README.md"), "group\\.?[iI]d\"?[,:] \"([^\"]+)\"", 1);
  }

  private static Set<String> found(Path document, String pattern, int least) throws IOException {
    Set<String> found =
        Pattern.compile(pattern)
            .matcher(Files.readString(document))
            .results()
            .map(each -> each.group(1))
            .collect(toCollection(TreeSet::new));
    assertThat(found).hasSizeGreaterThanOrEqualTo(least);
    return found;
  }

  private static void readAsConsumer(String topic, String group) {
    Map<String, Object> properties = pipeline.connection("consumer").clientProperties();
    properties.put("group.id", group);
    properties.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await().atMost(PATIENCE).until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
    }
  }

  private static void run(Object command, String... arguments) {
    StringWriter printed = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(printed))
            .execute(arguments);
    assertThat(status).as(printed.toString()).isZero();
  }

  @Test
  void whatIsNotGrantedIsRefused() throws Exception {
    Set<String> topics = new TreeSet<>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              topics.addAll(kafka.admin().listTopics().names().get(30, TimeUnit.SECONDS));
              assertThat(topics)
                  .contains("keeling-ingest-subscriptions")
                  .anyMatch(name -> name.startsWith("keeling-enrich-"));
            });
    for (Allowed user : Allowed.ALL) {
      Trial trial = new Trial(pipeline.connection(user.name()));
      trial.cannotRead(Allowed.others(topics, user.read()));
      trial.cannotWrite(Allowed.others(topics, user.written()));
      trial.cannotJoin(Allowed.others(GROUPS, user.groups()), user.read().get(0));
      trial.cannotTransact(Allowed.others(TRANSACTIONS, user.transactions()));
      trial.cannotAdminister(Topics.ARTICLES.name());
    }
  }

  @Test
  void noSecretStandsInWhatSettingsSayOfThemselves() throws Exception {
    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      assertThat(pipeline.config(role).toString()).doesNotContain("secret-of-");
    }
  }
}
