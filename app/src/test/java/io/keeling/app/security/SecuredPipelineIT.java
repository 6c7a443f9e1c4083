package io.keeling.app.security;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.app.command.DeadLettersCommand;
import io.keeling.app.command.ImportCommand;
import io.keeling.app.command.ReprocessCommand;
import io.keeling.app.command.SourcesCommand;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.demo.PressSources;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.KafkaFutures;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.TopicAuthorizationException;
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
      List.of("keeling-ingest", "keeling-fetcher", "keeling-enrich", "keeling-sink");
  private static final List<String> TRANSACTIONS =
      List.of("keeling-ingest-t", "keeling-enrich-t", "keeling-reprocess-t");
  private static final Set<String> ROLE_USERS =
      Allowed.ALL.stream().map(user -> "User:keeling-" + user.name()).collect(toSet());

  @TempDir static Path directory;

  private static CertificateAuthority authority;
  private static SecuredKafka kafka;
  private static SecuredPostgres postgres;
  private static Newsroom newsroom;
  private static final Closing ROLES = new Closing();
  private static final List<RunningRole> RUNNING = new ArrayList<>();

  @BeforeAll
  static void startEverything() throws Exception {
    authority = CertificateAuthority.create(directory.resolve("authority"));
    kafka = SecuredKafka.start(directory.resolve("kafka"), authority);
    postgres = SecuredPostgres.start(directory.resolve("postgres"), authority.issue("database"));
    newsroom = Newsroom.start(NewsroomConfig.defaults());
    for (RoleName role : List.of(RoleName.SINK, RoleName.ENRICH, RoleName.INGEST)) {
      createTopicsAsIfItWereFirst(role);
    }
    for (RoleName role : List.of(RoleName.SINK, RoleName.FEEDS, RoleName.ENRICH, RoleName.INGEST)) {
      start(role);
    }
    // Of the settings, and those that an operator adds.
    for (String user : List.of("ingest", "operator")) {
      try (SourceCatalogue catalogue = new SourceCatalogue(connection(user))) {
        catalogue.putAll(PressSources.of(newsroom).subList(0, 1));
      }
    }
  }

  private static void createTopicsAsIfItWereFirst(RoleName role) throws Exception {
    Kafka.ensureTopics(config(role.name().toLowerCase(Locale.ROOT)).kafka(), role.topics());
    List<String> names = role.topics().stream().map(TopicSpec::name).toList();
    kafka.admin().deleteTopics(names).all().get(30, TimeUnit.SECONDS);
    await().until(() -> Collections.disjoint(kafka.admin().listTopics().names().get(), names));
  }

  private static void start(RoleName role) throws Exception {
    KeelingConfig config = config(role.name().toLowerCase(Locale.ROOT));
    if (role != RoleName.FEEDS) {
      Kafka.ensureTopics(config.kafka(), role.topics());
    }
    Roles roles = new Roles(config, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    RUNNING.add(
        switch (role) {
          case INGEST -> roles.ingest();
          case ENRICH -> roles.enrich();
          case SINK -> roles.sink();
          case FEEDS -> roles.feeds();
        });
    ROLES.add(RUNNING.get(RUNNING.size() - 1));
  }

  @AfterAll
  static void stopEverything() throws Exception {
    ROLES.close();
    newsroom.close();
    postgres.close();
    kafka.close();
  }

  @Test
  void anArticleComesFromItsPageToItsRowWithEachRoleUsingItsOwnRights() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(rows("feeds", "SELECT count(*) FROM article")).isPositive();
              assertThat(rows("feeds", "SELECT count(*) FROM article_version")).isPositive();
              assertThat(RUNNING).allSatisfy(role -> assertThat(role.problems().get()).isEmpty());
            });
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
    for (String topic : List.of(Topics.ARTICLES.name(), Topics.ENRICHED.name())) {
      readAsConsumer(topic);
    }

    // Kafka Streams deletes what it has read of its own topics every 30 s.
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
              new DeadLetterLog(connection("operator"))
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
                    kafka.properties("operator", authority))));
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
  }

  private static void readAsConsumer(String topic) {
    Map<String, Object> properties = connection("consumer").clientProperties();
    properties.put("group.id", "consumer-of-" + topic);
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
      Trial trial = new Trial(connection(user.name()));
      trial.cannotRead(Allowed.others(topics, user.read()));
      trial.cannotWrite(Allowed.others(topics, user.written()));
      trial.cannotJoin(Allowed.others(GROUPS, user.groups()), user.read().get(0));
      trial.cannotTransact(Allowed.others(TRANSACTIONS, user.transactions()));
      trial.cannotAdminister(Topics.ARTICLES.name());
    }
  }

  @Test
  void aClientWithACertificateInsteadOfAPasswordIsKnownByItsName() throws Exception {
    Map<String, String> properties =
        Map.of(
            "security.protocol", "SSL",
            "ssl.truststore.type", "PEM",
            "ssl.truststore.location", authority.certificate().toString(),
            "ssl.keystore.type", "PEM",
            "ssl.keystore.location", authority.issue("reader").both().toString());
    KafkaConnection reader = new KafkaConnection(kafka.certificateListener(), properties);

    assertThat(Kafka.reachable(reader)).isEqualTo(reader);
    assertThatThrownBy(() -> endOffset(reader, Topics.ARTICLES.name()))
        .isInstanceOf(TopicAuthorizationException.class);
    kafka.allow("CN=reader", Topics.ARTICLES.name());
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(TopicAuthorizationException.class)
        .untilAsserted(() -> assertThat(endOffset(reader, Topics.ARTICLES.name())).isNotNegative());
  }

  @Test
  void feedsMayReadAndNothingElse() throws Exception {
    List<String> attempts =
        new ArrayList<>(List.of("CREATE TABLE t (n int)", "CREATE TEMP TABLE t (n int)"));
    for (String table : tables()) {
      attempts.add("INSERT INTO " + table + " DEFAULT VALUES");
      attempts.add("DELETE FROM " + table);
      attempts.add("TRUNCATE " + table);
      attempts.add("DROP TABLE " + table);
    }
    for (String attempt : attempts) {
      assertRefused("feeds", "SET default_transaction_read_only = off", attempt);
    }
  }

  @Test
  void theSinkMayDoNothingBesideItsTables() {
    for (String attempt :
        List.of(
            "CREATE DATABASE another",
            "DROP DATABASE keeling",
            "CREATE ROLE another",
            "CREATE SCHEMA another",
            "CREATE EXTENSION pg_trgm",
            "SELECT pg_read_file('postgresql.conf')",
            "COPY article TO PROGRAM 'true'")) {
      assertRefused("sink", attempt);
    }
  }

  private static List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = postgres.connect("feeds", authority);
        var rows =
            connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).contains("article", "consumer_offset");
    return tables;
  }

  private static void assertRefused(String user, String... statements) {
    assertThatThrownBy(() -> execute(user, statements))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("42501"));
  }

  @Test
  void noSecretStandsInWhatSettingsSayOfThemselves() throws Exception {
    for (String role : List.of("ingest", "enrich", "sink", "feeds")) {
      assertThat(config(role).toString()).doesNotContain("secret-of-");
    }
  }

  private static void execute(String user, String... statements) throws SQLException {
    try (Connection connection = postgres.connect(user, authority);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static long rows(String user, String query) throws SQLException {
    try (Connection connection = postgres.connect(user, authority);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long endOffset(KafkaConnection connection, String topic) {
    TopicPartition first = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(
            connection.clientProperties(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return consumer.endOffsets(List.of(first)).get(first);
    }
  }

  private static KafkaConnection connection(String user) {
    return new KafkaConnection(kafka.passwordListener(), kafka.properties(user, authority));
  }

  private static Map<String, String> kafkaSettings(String user) throws Exception {
    return Map.of(
        "KEELING_KAFKA_BOOTSTRAP_SERVERS",
        kafka.passwordListener(),
        "KEELING_KAFKA_PROPERTIES",
        Json.MAPPER.writeValueAsString(kafka.properties(user, authority)));
  }

  private static KeelingConfig config(String role) throws Exception {
    List<Integer> ports = FreePorts.find(2);
    Map<String, String> variables = new HashMap<>(kafkaSettings(role));
    variables.put("KEELING_KAFKA_PARTITIONS", "2");
    variables.put("KEELING_DATABASE_URL", postgres.url(authority));
    variables.put("KEELING_DATABASE_USER", "keeling_" + role);
    variables.put("KEELING_DATABASE_PASSWORD_FILE", postgres.secret(role).toString());
    variables.put("KEELING_FEEDS_PORT", ports.get(0).toString());
    variables.put("KEELING_INGEST_WEBSUB_PORT", ports.get(1).toString());
    variables.put("KEELING_INGEST_WEBSUB_PUBLIC_URL", "http://localhost:" + ports.get(1));
    variables.put("KEELING_INGEST_STREAMS_STATE_DIRECTORY", directory.resolve("i").toString());
    variables.put("KEELING_ENRICH_STATE_DIRECTORY", directory.resolve("e").toString());
    String demo = Files.readString(Path.of("src/main/resources/demo.yaml"));
    return ConfigLoader.ofText("demo.yaml", demo, variables).load();
  }
}
