package io.keeling.deploy.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.topic.Topics;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Prometheus on a running Keeling: what panels and rules ask is answered, a Keeling that
 * is well is left in peace, and alerts come when their faults are made. Those whose faults cannot
 * be made in a minute or two, such as a lag of ten thousand records, are in {@link AlertsTest}
 * alone.
 */
@RequiresProgram({"prometheus", "prometheus-alertmanager"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path directory;
  private static WatchedKeeling keeling;
  private static WatchProgram prometheus;
  private static WatchProgram alertmanager;

  @BeforeAll
  static void start() throws Exception {
    keeling = new WatchedKeeling(directory.resolve("keeling"));
    Path settings = Files.createDirectories(directory.resolve("prometheus"));
    alertmanager = WatchProgram.alertmanager(Rules.ALERTMANAGER, settings);
    Path configuration =
        Files.writeString(
            settings.resolve("prometheus.yml"),
            Rules.configuration(keeling.ports(), alertmanager.port()));
    Files.writeString(settings.resolve("rules.yml"), Rules.impatient());
    prometheus = WatchProgram.prometheus(configuration, settings);
    await().atMost(PATIENCE).until(prometheus::isReady);
    await().atMost(PATIENCE).until(alertmanager::isReady);
  }

  @AfterAll
  static void stop() throws IOException {
    if (prometheus != null) {
      prometheus.close();
    }
    if (alertmanager != null) {
      alertmanager.close();
    }
    if (keeling != null) {
      keeling.close();
    }
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(assertion);
  }

  private static void awaitAlert(String alert) {
    eventually(() -> assertThat(prometheus.firing()).contains(alert));
    eventually(() -> assertThat(alertmanager.told()).contains(alert));
  }

  private static int ask(String path) throws IOException, InterruptedException {
    URI desk = URI.create("http://127.0.0.1:" + keeling.config().feeds().port() + path);
    return HTTP.send(HttpRequest.newBuilder(desk).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> further) {
    Map<String, Object> properties =
        new LinkedHashMap<>(keeling.config().kafka().connection().clientProperties());
    properties.putAll(further);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends records that nobody can read. */
  private static void sendRubbish(String topic, int records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      sendRubbish(producer, topic, records);
    }
  }

  private static void sendRubbish(KafkaProducer<byte[], byte[]> producer, String topic, int records)
      throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      sent.add(producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {'{'})));
    }
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  @Test
  @Order(1)
  void aKeelingThatIsWellIsLeftInPeace() {
    eventually(
        () -> {
          ask("/");
          assertThat(prometheus.series("sum(keeling_sink_rows_total) > 20")).isEqualTo(1);
        });
    eventually(() -> assertThat(prometheus.firing()).isEmpty());
  }

  @Test
  @Order(2)
  void everyExpressionOfPanelsAndRulesYieldsData() throws Exception {
    Map<String, String> expressions = new LinkedHashMap<>(Rules.panels());
    Map<String, String> alerts = Rules.alerts();
    alerts.remove("KeelingDeskFails"); // divides by what is there once the desk has failed: below
    alerts.forEach(
        (alert, expression) ->
            Rules.compared(expression)
                .forEach(part -> expressions.put(alert + " / " + part, part)));
    sendRubbish(Topics.ARTICLES.name(), 1);
    System.gc(); // whose pauses are shown

    eventually(
        () -> {
          ask("/");
          Set<String> empty = new TreeSet<>();
          for (Map.Entry<String, String> each : expressions.entrySet()) {
            if (prometheus.series(each.getValue()) == 0) {
              empty.add(each.getKey());
            }
          }
          assertThat(empty).isEmpty();
        });
    assertThat(expressions).hasSizeGreaterThan(60);
  }

  @Test
  @Order(3)
  void recordsThatCannotBeStored() throws Exception {
    sendRubbish(Topics.ENRICHED.name(), 3);
    awaitAlert("KeelingSinkDeadLetters");
  }

  @Test
  @Order(4)
  void pagesThatLeadInside() {
    keeling.addSourceThatLeadsInside();
    awaitAlert("KeelingInsideAddresses");
  }

  @Test
  @Order(5)
  void aPressThatGoesAway() {
    keeling.correctPress();
    eventually(() -> assertThat(prometheus.firing()).doesNotContain("KeelingNothingStored"));
    keeling.stopPress();
    awaitAlert("KeelingNothingStored");
  }

  @Test
  @Order(6)
  void aTransactionThatStaysOpen() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        producer(
            Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "nobody",
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                600_000))) {
      producer.initTransactions();
      producer.beginTransaction();
      sendRubbish(producer, Topics.ENRICHED.name(), 1);
      awaitAlert("KeelingTransactionOpen");
      producer.abortTransaction();
    }
    eventually(() -> assertThat(prometheus.firing()).doesNotContain("KeelingTransactionOpen"));
  }

  /** Its sources were given up while the transaction was open. */
  @Test
  @Order(7)
  void aPressThatStaysAway() {
    awaitAlert("KeelingSourcesFail");
    awaitAlert("KeelingSourcesDie");
  }

  @Test
  @Order(8)
  void aDatabaseThatIsAway() throws Exception {
    keeling.stopDatabase();
    sendRubbish(Topics.ENRICHED.name(), 1_100);
    awaitAlert("KeelingDatabaseAway");
    eventually(
        () -> {
          ask("/api/articles/0123456789abcdef");
          assertThat(prometheus.firing()).contains("KeelingDeskFails");
        });
    awaitAlert("KeelingIndexBehind");
  }

  @Test
  @Order(9)
  void aRoleThatDoesNotAnswer() throws Exception {
    keeling.stopHealthOfEnrich();
    awaitAlert("KeelingRoleAway");
  }

  @Test
  @Order(10)
  void aKafkaThatIsAway() {
    keeling.stopKafka();
    awaitAlert("KeelingKafkaAway");
  }
}
