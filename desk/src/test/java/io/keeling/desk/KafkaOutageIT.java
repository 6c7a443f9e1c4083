package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.desk.running.RunningDesk;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A desk whose Kafka is away says so in time, everywhere and once, and serves all the same. */
class KafkaOutageIT {

  private static final Duration NOTICED = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.keeling");

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void aDeskWhoseKafkaIsAwaySaysSoAndServesFromItsIndex() throws Exception {
    int port = FreePorts.find();
    KafkaConnection connection = KafkaConnection.to("127.0.0.1:" + port);
    EmbeddedKafka before = EmbeddedKafka.start(directory.resolve("kafka"), port);
    try (EnrichedTopic topic = new EnrichedTopic(before)) {
      topic.make();
      try (RunningDesk desk = RunningDesk.following(directory.resolve("search"), connection)) {
        desk.archive().store(article("one", "One", "Of coal.").make());
        desk.archive().sinkIsAt(EnrichedTopic.PARTITIONS, 1);
        topic.send(article("one", "One", "Of coal.").make());
        await().atMost(PATIENCE).until(() -> desk.page("/?q=coal").select("article").size() == 1);
        await().atMost(PATIENCE).until(() -> desk.get("/readyz").body().equals("ready\n"));
        assertThat(desk.get("/metrics").body())
            .contains("keeling_kafka_reachable{role=\"desk\"} 1.0");

        before.close();

        await()
            .atMost(NOTICED)
            .untilAsserted(
                () ->
                    assertThat(desk.get("/readyz").body())
                        .startsWith("ready\ndesk: waiting since ")
                        .contains("Kafka does not answer"));
        HttpResponse<String> ready = desk.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(desk.get("/metrics").body())
            .contains("keeling_kafka_reachable{role=\"desk\"} 0.0");
        assertThat(desk.page("/?q=coal").select("article")).hasSize(1);
        assertThat(desk.get("/healthz").statusCode()).isEqualTo(200);

        try (EmbeddedKafka after = EmbeddedKafka.start(directory.resolve("kafka"), port)) {
          assertThat(after.bootstrapServers()).endsWith(":" + port);
          await().atMost(PATIENCE).until(() -> desk.get("/readyz").body().equals("ready\n"));
          assertThat(desk.get("/metrics").body())
              .contains("keeling_kafka_reachable{role=\"desk\"} 1.0");
          assertThat(lines())
              .satisfiesExactly(
                  line -> assertThat(line).startsWith("desk: waiting").contains("not answer"),
                  line -> assertThat(line).matches("desk: Kafka answers again after \\d+ s"));
        }
      }
    }
  }

  private List<String> lines() {
    return log.list.stream()
        .filter(
            event ->
                event.getLevel().isGreaterOrEqual(Level.WARN)
                    || event.getFormattedMessage().contains("again"))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
