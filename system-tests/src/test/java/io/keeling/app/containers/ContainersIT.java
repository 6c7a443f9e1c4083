package io.keeling.app.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.environment.RequiresDocker;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Enrich and sink on the public images of Kafka and PostgreSQL that the compose file names. */
@RequiresDocker
class ContainersIT {

  private static final KafkaContainer KAFKA =
      new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.2"));
  private static final PostgreSQLContainer POSTGRES =
      new PostgreSQLContainer(DockerImageName.parse("postgres:17"));

  @TempDir static Path directory;

  @BeforeAll
  static void start() {
    KAFKA.start();
    POSTGRES.start();
  }

  @AfterAll
  static void stop() {
    KAFKA.stop();
    POSTGRES.stop();
  }

  @Test
  void anArticleWrittenToKafkaIsARowInPostgres() throws Exception {
    KeelingConfig config =
        ConfigLoader.of(null, Map.of())
            .with(
                Map.of(
                    "kafka.bootstrapServers", KAFKA.getBootstrapServers(),
                    "database.url", POSTGRES.getJdbcUrl(),
                    "database.user", POSTGRES.getUsername(),
                    "database.password", POSTGRES.getPassword(),
                    "enrich.stateDirectory", directory.toString()))
            .load();
    Kafka.ensureTopics(config.kafka(), Topics.ALL);
    Roles roles = new Roles(config, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    try (Closing closing = new Closing()) {
      List<RunningRole> running = List.of(closing.add(roles.sink()), closing.add(roles.enrich()));

      write(config, article("https://example.org/flood"));

      await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(rows()).isEqualTo(1));
      // Its second thread may just have joined.
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> running.stream().allMatch(role -> role.problems().get().isEmpty()));
    }
  }

  private static void write(KeelingConfig config, Article article) {
    try (KafkaProducer<String, Article> producer =
        new KafkaProducer<>(
            config.kafka().connection().clientProperties(),
            new StringSerializer(),
            ContractSerdes.ARTICLE)) {
      producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), article.id(), article)).get();
    } catch (Exception e) {
      throw new AssertionError("Kafka did not take the article", e);
    }
  }

  private static int rows() throws Exception {
    try (var connection =
            DriverManager.getConnection(
                POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM article")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Article article(String url) {
    String text =
        "The river rose by two metres overnight.\n\nThe mayor spoke of a warming climate.";
    return Article.of(
        url,
        new Outlet("example", "The Example", "example.org"),
        "Flood",
        text,
        "en",
        Instant.now());
  }
}
