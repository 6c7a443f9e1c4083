package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.embedded.FreePorts;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.metrics.TaskShares;
import io.keeling.ingest.source.SourceState;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HealthServerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private List<String> problems = List.of();
  private List<String> notes = List.of();
  private boolean alive = true;
  private int port;
  private HealthServer server;

  @BeforeEach
  void serve() throws IOException {
    port = FreePorts.find();
    RunningRole role =
        new RunningRole(
            "ingest",
            () -> problems,
            () -> notes,
            () -> alive,
            Map.of("/sources", new HealthPage("text/html; charset=utf-8", () -> "<p>süß</p>")),
            () -> {},
            Duration.ZERO);
    server = HealthServer.start("127.0.0.1", port, role, meters);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return ask("GET", path);
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theFirstPageLeadsToAllOthers() throws Exception {
    HttpResponse<String> first = get("/");

    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    for (String path : List.of("/healthz", "/readyz", "/metrics", "/loggers", "/sources")) {
      assertThat(first.body()).contains("<a href=\"" + path + "\">");
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void headTellsWhatGetWould() throws Exception {
    problems = List.of("one");
    for (String path : List.of("/", "/healthz", "/readyz", "/metrics", "/loggers", "/sources")) {
      HttpResponse<String> get = get(path);
      HttpResponse<String> head = ask("HEAD", path);

      assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
      for (String header : List.of("Content-Type", "Content-Length")) {
        assertThat(head.headers().firstValue(header))
            .as(path)
            .isEqualTo(get.headers().firstValue(header));
      }
      assertThat(head.body()).as(path).isEmpty();
    }
  }

  @Test
  void aLevelIsChangedFromThisMachineAndByNoPageInItsBrowser() throws Exception {
    LoggerFactory.getLogger("io.keeling.app.role.changed");

    HttpResponse<String> done = ask("PUT", "/loggers/io.keeling.app.role.changed?level=debug");

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(get("/loggers").body()).contains("io.keeling.app.role.changed debug\n");
    assertThat(ask("PUT", "/loggers/io.keeling.app.role.changed").statusCode()).isEqualTo(400);
    assertThat(status("evil.example")).isEqualTo(403);
    assertThat(status("localhost:" + port)).isEqualTo(200);
  }

  /** The status of a change that is asked for under a name; the client of the JDK sets its own. */
  private int status(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "PUT /loggers/io.keeling.app.role.changed?level=info HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void aRoleThatIsReadyMayHaveSomethingToTell() throws Exception {
    notes = List.of("Kafka is away");

    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").body()).isEqualTo("ready\nKafka is away\n");

    problems = List.of("one", "Kafka is away");

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("one\nKafka is away\n");
  }

  @Test
  void theMetricsTellWhichSourcesAreDeadWhyAndForHowLong() throws Exception {
    Instant since = Instant.parse("2026-11-02T08:00:00Z");
    Instant now = since.plus(Duration.ofDays(2));
    SourceBoard board = new SourceBoard(SourceHealthConfig.defaults(), meters);
    TaskShares<SourceState>.Share share = board.share("0_0");
    share.put("a", failing("a", "gone", "answered 404", since));
    share.put("b", failing("b", "unreachable", "evil \"} 7\n# \\", since));
    board.measure(now);

    assertThat(get("/metrics").body().lines().filter(line -> line.contains("source_trouble")))
        .contains("# TYPE keeling_ingest_source_trouble_seconds gauge")
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactlyInAnyOrder(
            trouble("a", "http-404", Duration.between(since, now)),
            trouble("b", "unreachable", Duration.between(since, now)));

    share.put("a", failing("a", "not-a-feed", "a page", since));
    board.measure(now);
    assertThat(get("/metrics").body().lines().filter(line -> line.contains("source=\"a\"")))
        .containsExactlyInAnyOrder(
            trouble("a", "not-a-feed", Duration.between(since, now)),
            "keeling_ingest_source_answer_age_seconds{source=\"a\"} 172800.0");
  }

  private static String trouble(String id, String reason, Duration length) {
    return "keeling_ingest_source_trouble_seconds{condition=\"dead\",reason=\"%s\",source=\"%s\"} %s"
        .formatted(reason, id, (double) length.toSeconds());
  }

  private static SourceState failing(String id, String verdict, String problem, Instant since) {
    Source source =
        new Source(id, SourceKind.FEED, "https://a.example/" + id, id, null, null, null);
    return SourceState.unknown(source, since).failed(verdict, problem, since, since);
  }

  @Test
  void aPageOfTheRoleComesAsItIsAndMayRunNothing() throws Exception {
    HttpResponse<String> page = get("/sources");

    assertThat(page.body()).isEqualTo("<p>süß</p>");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
  }

  @Test
  void noAnswerMayBeFramedGuessedAtOrKept() throws Exception {
    for (String path : List.of("/", "/healthz", "/readyz", "/metrics", "/sources", "/other")) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Cache-Control")).as(path).contains("no-store");
      assertThat(headers.firstValue("Server")).as(path).isEmpty();
    }
  }

  @Test
  void aRoleThatCannotWorkSaysWhyAndOneThatIsDeadSaysSo() throws Exception {
    problems = List.of("one", "two");
    alive = false;

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("one\ntwo\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(500);
  }
}
