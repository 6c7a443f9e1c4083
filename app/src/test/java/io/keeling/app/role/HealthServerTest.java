package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private List<String> problems = List.of();
  private boolean alive = true;
  private int port;
  private HealthServer server;

  @BeforeEach
  void serve() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    RunningRole role =
        new RunningRole(
            "ingest",
            () -> problems,
            () -> alive,
            Map.of("/sources", new HealthPage("text/html; charset=utf-8", () -> "<p>süß</p>")),
            () -> {},
            Duration.ZERO);
    server =
        HealthServer.start(
            "127.0.0.1", port, role, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theFirstPageLeadsToAllOthers() throws Exception {
    HttpResponse<String> first = get("/");

    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    for (String path : List.of("/healthz", "/readyz", "/metrics", "/sources")) {
      assertThat(first.body()).contains("<a href=\"" + path + "\">");
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("/other").statusCode()).isEqualTo(404);
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
