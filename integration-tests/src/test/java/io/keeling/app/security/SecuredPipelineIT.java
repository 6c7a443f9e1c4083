package io.keeling.app.security;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All roles against a Kafka with TLS, passwords and least rights and a PostgreSQL with TLS, as
 * {@code docs/security.md} sets them up; each role is a user of its own, and its secrets come from
 * files.
 */
class SecuredPipelineIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

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
    OperatorActions operator = new OperatorActions(pipeline, directory);
    operator.runCommands();
    operator.useTheDesk();
    operator.correctATag();
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
