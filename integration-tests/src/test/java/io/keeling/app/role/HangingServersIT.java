package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.config.ConfigLoader;
import io.keeling.embedded.FreePorts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A role whose Kafka and PostgreSQL take connections and never say a word. */
class HangingServersIT {

  /** Probes one after another that have the time of one, so that none waits for a server. */
  private static final int PROBES = 10;

  /** The shortest time that a file gives a probe. */
  private static final Duration PROBE_TIMEOUT = probeTimeout();

  private final HttpClient http = HttpClient.newHttpClient();
  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    // The system takes connections for it; nobody reads what they say.
    silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SINK", "DESK"}) // ingest and enrich start only once Kafka has answered
  void answersProbesInTime(RoleName role, @TempDir Path directory) throws Exception {
    // given
    int port = FreePorts.find();
    Roles roles =
        new Roles(
            ConfigLoader.ofText("the test", "", settings(role, port, directory)).load(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    try (RunningRole running = start(roles, role);
        HealthServer health = roles.health(running)) {
      get(port, "/healthz"); // which makes the connection

      // when
      long before = System.nanoTime();
      for (int i = 0; i < PROBES; i++) {
        assertThat(get(port, "/healthz").statusCode()).isEqualTo(200);
        assertThat(get(port, "/readyz").statusCode()).isEqualTo(503);
      }

      // then
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PROBE_TIMEOUT);
    }
  }

  @Test
  void theDeskStartsAndSaysSoWhereKafkasNameIsNotKnown(@TempDir Path directory) throws Exception {
    int port = FreePorts.find();
    Map<String, String> settings = settings(RoleName.DESK, port, directory);
    settings.put("KEELING_KAFKA_BOOTSTRAP_SERVERS", "kafka.invalid:9092");
    Roles roles =
        new Roles(
            ConfigLoader.ofText("the test", "", settings).load(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    try (RunningRole running = start(roles, RoleName.DESK);
        HealthServer health = roles.health(running)) {
      assertThat(get(port, "/healthz").statusCode()).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  get(port, "/readyz")
                      .body()
                      .contains("Kafka does not answer: kafka.invalid:9092 is not known to DNS"));
    }
  }

  private Map<String, String> settings(RoleName role, int port, Path directory) {
    String address = "127.0.0.1:" + silent.getLocalPort();
    Map<String, String> settings = new HashMap<>();
    settings.put("KEELING_KAFKA_BOOTSTRAP_SERVERS", address);
    settings.put("KEELING_DATABASE_URL", "jdbc:postgresql://" + address + "/keeling");
    settings.put("KEELING_DATABASE_CONNECT_TIMEOUT", "1s");
    settings.put("KEELING_SINK_CLOSE_TIMEOUT", "1s");
    settings.put("KEELING_ENRICH_CLOSE_TIMEOUT", "1s");
    settings.put("KEELING_INGEST_INSTANCES_CLOSE_TIMEOUT", "5s");
    settings.put("KEELING_INGEST_STREAMS_STATE_DIRECTORY", directory.resolve("ingest").toString());
    settings.put("KEELING_ENRICH_STATE_DIRECTORY", directory.resolve("enrich").toString());
    settings.put("KEELING_DESK_SEARCH_DIRECTORY", directory.resolve("search").toString());
    settings.put("KEELING_DESK_PORT", Integer.toString(FreePorts.find()));
    settings.put("KEELING_HEALTH_" + role + "_PORT", Integer.toString(port));
    return settings;
  }

  private static RunningRole start(Roles roles, RoleName role) {
    return switch (role) {
      case INGEST -> roles.ingest();
      case ENRICH -> roles.enrich();
      case SINK -> roles.sink();
      case DESK -> roles.desk();
    };
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Duration probeTimeout() {
    return Stream.of(
            timeouts("../deploy/compose/parts.yml", "(?m)^  timeout: (\\d+)s$"),
            timeouts("../deploy/helm/keeling/templates/_pod.tpl", "timeoutSeconds: (\\d+)"))
        .flatMap(List::stream)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<Duration> timeouts(String file, String pattern) {
    try {
      List<Duration> found =
          Pattern.compile(pattern)
              .matcher(Files.readString(Path.of(file)))
              .results()
              .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
              .toList();
      assertThat(found).as(file.toLowerCase(Locale.ROOT)).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
