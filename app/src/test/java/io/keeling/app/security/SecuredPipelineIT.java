package io.keeling.app.security;

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
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
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
    for (RoleName role : List.of(RoleName.SINK, RoleName.FEEDS, RoleName.ENRICH, RoleName.INGEST)) {
      start(role);
    }
    try (SourceCatalogue catalogue = new SourceCatalogue(connection("operator"))) {
      catalogue.putAll(PressSources.of(newsroom).subList(0, 1));
    }
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

  @Test
  void everyStageWritesItsDeadLetters() {
    byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(
            KafkaConnection.to(kafka.administratorListener()).clientProperties(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (var topic : List.of(Topics.FETCHES, Topics.PAGES, Topics.ARTICLES, Topics.ENRICHED)) {
        var unused = producer.send(new ProducerRecord<>(topic.name(), garbage, garbage));
      }
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<Stage> stages = EnumSet.noneOf(Stage.class);
              new DeadLetterLog(connection("operator"))
                  .forEach(
                      (id, letter) -> {
                        if (letter.url() == null) {
                          stages.add(letter.stage());
                        }
                      });
              assertThat(stages).containsExactlyInAnyOrder(Stage.values());
            });
  }

  @Test
  void theOperatorsCommandsWorkWithTheOperatorsRights() throws Exception {
    Path page =
        Files.writeString(
            directory.resolve("page.html"),
            "<html><head><link rel=canonical href='http://a.example/b'></head><body>Short.</body></html>");
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
    run(new ImportCommand(), page.toString(), "--config", config);
    run(new ReprocessCommand(), "pages", "--all", "--config", config);
    run(new ReprocessCommand(), "articles", "--all", "--config", config);
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
  void aConsumerReadsArticlesAndNeitherPagesNorTheSecretsOfWebSub() {
    assertThat(endOffset("consumer", Topics.ARTICLES.name())).isNotNegative();
    for (String closed : List.of(Topics.PAGES.name(), "keeling-ingest-subscriptions")) {
      assertThatThrownBy(() -> endOffset("consumer", closed))
          .isInstanceOf(TopicAuthorizationException.class);
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
    for (String attempt :
        List.of(
            "DELETE FROM article", "CREATE TABLE mine (n int)", "UPDATE article SET title = ''")) {
      assertThatThrownBy(() -> asFeeds("SET default_transaction_read_only = off", attempt))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void noSecretStandsInWhatSettingsSayOfThemselves() throws Exception {
    for (String role : List.of("ingest", "enrich", "sink", "feeds")) {
      assertThat(config(role).toString()).doesNotContain("secret-of-");
    }
  }

  private static void asFeeds(String... statements) throws SQLException {
    try (Connection connection = postgres.connect("feeds", authority);
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

  private static long endOffset(String user, String topic) {
    return endOffset(connection(user), topic);
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
