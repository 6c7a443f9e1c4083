package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.health.KafkaWatch;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A Kafka that is away, or says nothing, is named within 20 s, once, and so is its return. */
@ExtendWith(Servers.class)
class KafkaOutageIT {

  private static final Duration NOTICED = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(KafkaWatch.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(log);
  }

  @Test
  void aBrokerThatGoesAndComesBackIsNamedAndTheLagIsNotKnownMeanwhile(
      TestDatabase database, @TempDir Path directory) throws Exception {
    int port = FreePorts.find();
    KafkaConnection connection = KafkaConnection.to("127.0.0.1:" + port);
    EmbeddedKafka before = EmbeddedKafka.start(directory, port);
    try (TestKafka kafka = TestKafka.on(before);
        Sink sink = Sink.start(connection, database.config(), TestDatabase.sinkConfig(), meters)) {
      kafka.send(enriched(0, 1));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(meters.counter("keeling.sink.rows").count()).isOne());
      await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(gauge("keeling.sink.lag")).isZero());
      assertThat(gauge("keeling.kafka.reachable")).isOne();

      before.close();

      await()
          .atMost(NOTICED)
          .untilAsserted(
              () ->
                  assertThat(sink.problems())
                      .anyMatch(line -> line.contains("Kafka does not answer")));
      assertThat(gauge("keeling.kafka.reachable")).isZero();
      assertThat(gauge("keeling.sink.lag")).isNaN();
      try (EmbeddedKafka after = EmbeddedKafka.start(directory, port)) {
        assertThat(after.bootstrapServers()).endsWith(":" + port);
        await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
        assertThat(gauge("keeling.kafka.reachable")).isOne();
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(gauge("keeling.sink.lag")).isZero());
        assertThat(sink.alive()).isTrue();
        sink.close();
      }
    }
    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("sink: waiting").contains("does not answer"),
            line -> assertThat(line).matches("sink: Kafka answers again after \\d+ s"));
  }

  @Test
  void aBrokerThatTakesConnectionsAndSaysNothingIsNamedToo() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        KafkaWatch watch =
            KafkaWatch.start(
                "test",
                KafkaConnection.to("127.0.0.1:" + silent.getLocalPort()),
                List.of(Topics.ENRICHED.name()),
                meters)) {
      await()
          .atMost(NOTICED)
          .untilAsserted(
              () ->
                  assertThat(watch.problems())
                      .singleElement()
                      .asString()
                      .contains("Kafka does not answer"));
      assertThat(watch.reachable()).isFalse();
      assertThat(watch.outage()).isTrue();
    }
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aTopicThatIsNotThereIsNamedAndToldOnceAtEachEnd(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, FreePorts.find());
        KafkaWatch watch =
            KafkaWatch.start(
                "test", KafkaConnection.to(kafka.bootstrapServers()), List.of("late"), meters);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      await().atMost(NOTICED).until(watch::outage);
      assertThat(watch.problems()).containsExactly("test: Kafka has no topic late");
      assertThat(watch.reachable()).isTrue();
      assertThat(gauge("keeling.kafka.unavailable")).isOne();

      admin.createTopics(List.of(new NewTopic("late", 1, (short) 1))).all().get();

      await().atMost(PATIENCE).until(() -> watch.problems().isEmpty());
      assertThat(gauge("keeling.kafka.unavailable")).isZero();
      assertThat(watch.outage()).isFalse();
    }
    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("test: waiting").contains("no topic late"),
            line -> assertThat(line).startsWith("test: all topics can be read and written again"));
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
