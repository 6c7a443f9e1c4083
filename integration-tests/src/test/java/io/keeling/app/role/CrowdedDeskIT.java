package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.config.ConfigLoader;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.SharedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk of which every connection and every live stream is taken. */
class CrowdedDeskIT {

  private static final int STREAMS = 200;

  /** With the streams more than the desk takes, {@code Desk.MOST_CONNECTIONS}. */
  private static final int IDLE = 1_050;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Integer> ports = FreePorts.find(2);
  private final Queue<SocketChannel> crowd = new ConcurrentLinkedQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedKafka kafka;
  private RunningRole running;
  private HealthServer health;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    try (Admin admin =
        Admin.create(KafkaConnection.to(kafka.bootstrapServers()).clientProperties())) {
      new TopicCreator(admin).ensure(List.of(Topics.ENRICHED), 1, Optional.empty());
    }
    String database = SharedDatabase.create();
    Migrations.apply(DatabaseConfig.at(database, EmbeddedDatabase.USER));
    Roles roles =
        new Roles(
            ConfigLoader.ofText(
                    "the test",
                    "",
                    Map.of(
                        "KEELING_DATABASE_URL", database,
                        "KEELING_DATABASE_USER", EmbeddedDatabase.USER,
                        "KEELING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "KEELING_DESK_SEARCH_DIRECTORY", directory.resolve("search").toString(),
                        "KEELING_DESK_PORT", ports.get(0).toString(),
                        "KEELING_HEALTH_DESK_PORT", ports.get(1).toString()))
                .load(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    running = roles.desk();
    health = roles.health(running);
    await().atMost(PATIENCE).until(() -> ask("/readyz").body().equals("ready\n"));
  }

  @AfterEach
  void close() throws Exception {
    for (SocketChannel each : crowd) {
      each.close();
    }
    health.close();
    running.close();
    kafka.close();
  }

  @Test
  void tellsOfItsHealthAndFigures() throws Exception {
    // given as many who listen as may, and then more than fit who say nothing
    for (int i = 0; i < STREAMS; i++) {
      say(join(), "GET /api/stream HTTP/1.1\r\nHost: desk.example\r\n\r\n");
    }
    await().atMost(PATIENCE).until(() -> figures().contains("keeling_desk_listeners 200.0"));
    for (int i = 0; i < IDLE; i++) {
      join();
    }

    // then
    assertThat(ask("/healthz").body()).isEqualTo("ok\n");
    assertThat(ask("/readyz").body()).isEqualTo("ready\n");
    assertThat(figures()).contains("keeling_desk_listeners 200.0");
  }

  private SocketChannel join() throws IOException {
    SocketChannel one = SocketChannel.open();
    crowd.add(one);
    // Where the desk takes no more, a connection would be waited for.
    one.configureBlocking(false);
    one.setOption(StandardSocketOptions.SO_LINGER, 0);
    one.connect(new InetSocketAddress("127.0.0.1", ports.get(0)));
    return one;
  }

  private static void say(SocketChannel one, String words) throws IOException {
    await().atMost(PATIENCE).until(one::finishConnect);
    one.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
  }

  private String figures() throws Exception {
    return ask("/metrics").body();
  }

  private HttpResponse<String> ask(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(1) + path))
            .timeout(PATIENCE)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
