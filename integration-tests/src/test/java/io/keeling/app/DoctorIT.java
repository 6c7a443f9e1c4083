package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.Desk;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.operators.Operations;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.SharedDatabase;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.StateNames;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.sink.Sink;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code keeling doctor}, as an operator runs it: on what works, then on what was broken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorIT {

  @TempDir private static Path directory;
  private static EmbeddedKafka kafka;
  private static String url;
  private static String config;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    url = SharedDatabase.create();
    try (Admin admin = admin()) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    config = config(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  private static String config(String bootstrapServers) throws Exception {
    return Files.writeString(
            Files.createTempFile(directory, "keeling", ".yaml"),
            """
            kafka: {bootstrapServers: "%s"}
            database: {url: "%s", user: %s}
            ingest:
              streams: {stateDirectory: "%s"}
              network: {allowedNetworks: ["127.0.0.0/8"]}
            """
                .formatted(
                    bootstrapServers,
                    url,
                    EmbeddedDatabase.USER,
                    directory.resolve("state").resolve("ingest")))
        .toString();
  }

  private static KafkaConnection connection() {
    return KafkaConnection.to(kafka.bootstrapServers());
  }

  private static Admin admin() {
    return Admin.create(connection().clientProperties());
  }

  private static CommandRun doctor(String settings, String... roles) {
    List<String> arguments = new ArrayList<>(List.of("doctor", "--config", settings));
    for (String role : roles) {
      arguments.addAll(List.of("--role", role));
    }
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  /** The lines about a subject, without it. */
  private static List<String> lines(CommandRun run, String subject) {
    return run.out()
        .lines()
        .filter(line -> line.matches("(ok|warn|fail) +" + subject + " .*"))
        .map(line -> line.replaceFirst(" +" + subject + " +", " "))
        .toList();
  }

  private static void execute(String sql) throws Exception {
    try (Connection database = DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @Order(1)
  void anEmptyDatabaseAndNobodyThatReadsAreFailures() {
    CommandRun run = doctor(config, "sink");

    assertThat(run.status()).isEqualTo(1);
    assertThat(lines(run, "schema"))
        .containsExactly(
            "fail there are no tables. Start the sink, which makes them: keeling run sink");
    assertThat(lines(run, "lag"))
        .singleElement()
        .asString()
        .startsWith("fail keeling-sink: no reader");
  }

  @Test
  @Order(2)
  void aSinkThatWorksIsWell() {
    DatabaseConfig database = DatabaseConfig.at(url, EmbeddedDatabase.USER);
    DeskConfig usual = DeskConfig.defaults();
    DeskConfig desk =
        new DeskConfig(
            usual.bindAddress(),
            0,
            usual.publicUrl(),
            usual.title(),
            usual.pageSize(),
            usual.listeners(),
            usual.rateLimit(),
            usual.search().in(directory.resolve("search")),
            usual.progress(),
            usual.access(),
            usual.alerts());
    try (Sink sink =
            Sink.start(connection(), database, SinkConfig.defaults(), new SimpleMeterRegistry());
        Desk running =
            Desk.open(
                    new Desk.Setup(
                        desk,
                        database,
                        TopicLabels.of(List.of()),
                        Operations.NONE,
                        new SimpleMeterRegistry()),
                    connection(),
                    settings -> new LuceneEngine(desk.search().directory(), settings),
                    Tracing.OFF)
                .follow()) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> sink.problems().isEmpty() && running.problems().isEmpty());
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> lines(doctor(config, "desk"), "lag").toString().contains("1 member"));

      CommandRun run = doctor(config, "sink", "desk");

      assertThat(run.out()).doesNotContain("fail  ").endsWith(" 0 fail.\n");
      assertThat(lines(run, "lag"))
          .containsExactly(
              "ok keeling-sink: 1 member", "ok keeling-desk-alerts: 1 member, everything is read");
      assertThat(run.status()).isZero();
      assertThat(lines(run, "schema")).singleElement().asString().startsWith("ok version ");
      assertThat(lines(run, "stored")).containsExactly("ok PostgreSQL: everything is read");
      assertThat(lines(run, "desk")).singleElement().asString().contains("newest none yet");
      assertThat(lines(run, "transactions"))
          .singleElement()
          .asString()
          .startsWith("ok none is open");
    }
  }

  @Test
  @Order(3)
  void whatIsBrokenOnPurposeIsFoundWithWhatToDo() throws Exception {
    makeStaleSource();
    execute("DELETE FROM flyway_schema_history WHERE version IS NULL");
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(Topics.PAGES.name())).all().get();
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, Topics.ARTICLES.name()),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
          .all()
          .get();
      await().until(() -> !admin.listTopics().names().get().contains(Topics.PAGES.name()));
    }

    CommandRun run = doctor(config, "ingest", "sink");

    assertThat(run.status()).isEqualTo(1);
    assertThat(lines(run, "contact")).singleElement().asString().contains("warn the user agent");
    assertThat(lines(run, "topics"))
        .contains(
            "fail keeling.pages is not there. Start a role that uses it, which makes it: keeling"
                + " run ingest")
        .anyMatch(line -> line.startsWith("fail keeling.articles has retention.ms=1000, needs -1"));
    assertThat(lines(run, "schema"))
        .singleElement()
        .asString()
        .startsWith("fail version 2, 1 older than this release.");
    assertThat(lines(run, "source"))
        .singleElement()
        .asString()
        .startsWith("warn stale: dead since ")
        .contains("unreachable", "was due at");
    assertThat(lines(run, "sources")).singleElement().asString().startsWith("fail 1 source");
    assertThat(lines(run, "egress")).containsExactly("ok reached 127.0.0.1");
  }

  /** A source that nobody has asked for days, and that did not answer when it was. */
  private static void makeStaleSource() throws Exception {
    String address = "http://" + kafka.bootstrapServers() + "/feed";
    Source source =
        new Source(
            "stale",
            SourceKind.FEED,
            address.replace("localhost", "127.0.0.1"),
            "Stale",
            null,
            null,
            null);
    try (SourceCatalogue catalogue = new SourceCatalogue(connection())) {
      catalogue.put(source);
    }
    Instant then = Instant.now().minus(Duration.ofDays(30));
    SourceState state =
        SourceState.unknown(source, then).failed("unreachable", null, then, then.plusSeconds(60));
    try (Admin admin = admin();
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                connection().clientProperties(),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      admin.createTopics(List.of(new NewTopic(StateNames.SOURCE_STATES, 1, (short) 1))).all().get();
      producer
          .send(
              new ProducerRecord<>(
                  StateNames.SOURCE_STATES,
                  "stale".getBytes(StandardCharsets.UTF_8),
                  SourceState.SERDE.serialize(StateNames.SOURCE_STATES, state)))
          .get();
    }
  }

  @Test
  @Order(4)
  void whereKafkaIsAwayTheRestIsNotWaitedFor() throws Exception {
    CommandRun run = doctor(config("127.0.0.1:1"), "ingest");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("no Kafka answers at 127.0.0.1:1", "were not checked")
        .doesNotContain("rights  ");
  }

  @Test
  @Order(5)
  void aNameThatIsNotKnownIsToldAsSuchByDoctorCommandsAndRoles() throws Exception {
    String unknown = config("kafka.invalid:9092");
    String told = "kafka.invalid:9092 is not known to DNS. Start Kafka";

    assertThat(doctor(unknown, "ingest").out())
        .contains("fail  kafka         " + told, "were not checked")
        .doesNotContain("kafka.properties");
    for (List<String> command :
        List.of(List.of("sources", "list"), List.of("run", "sink"), List.of("run", "ingest"))) {
      List<String> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--config", unknown));
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).startsWith("keeling: " + told);
    }
  }

  @Test
  @Order(6)
  void aDatabaseThatCannotBeReachedIsNamedWithTheCause() throws Exception {
    String away =
        Files.writeString(
                directory.resolve("away.yaml"),
                """
                kafka: {bootstrapServers: "%s"}
                database: {url: "jdbc:postgresql://postgres.invalid/keeling"}
                """
                    .formatted(kafka.bootstrapServers()))
            .toString();
    String told =
        "PostgreSQL at postgres.invalid:5432 cannot be reached: its name is not known to DNS.";

    assertThat(lines(doctor(away, "sink"), "database")).first().asString().contains(told);
    CommandRun backup =
        CommandRun.of("backup", directory.resolve("backup").toString(), "--config", away);
    assertThat(backup.err()).contains(told);
  }
}
