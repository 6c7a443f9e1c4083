package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.storage.Migrations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desks.class)
class HealthIT {

  private static final String ARTICLE = "/articles/any";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void opensWhenTheDatabaseAndItsSchemaComeAndAgainAfterTheyWereAway(@TempDir Path directory)
      throws Exception {
    int port;
    String url;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      url = database.jdbcUrl();
      port = URI.create(url.substring("jdbc:".length())).getPort();
    }
    try (Desk desk = RunningDesk.deskAt(url, 0)) {
      // no database
      assertThat(get(desk, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(desk, "/readyz").body()).contains("does not answer");
      assertThat(get(desk, ARTICLE).statusCode()).isEqualTo(503);
      assertThat(get(desk, ARTICLE).body()).contains("The database does not answer");
      assertThat(get(desk, "/api" + ARTICLE).body()).startsWith("{\"status\":503,\"error\":");
      assertThat(get(desk, "/api" + ARTICLE).headers().firstValue("Retry-After")).isPresent();
      // nor an index
      assertThat(get(desk, "/").statusCode()).isEqualTo(503);
      assertThat(get(desk, "/").body()).contains("The search index is being opened");
      assertThat(get(desk, "/api/articles").headers().firstValue("Retry-After")).isPresent();

      // a database without a schema
      try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, port)) {
        awaitReadiness(desk, "schema is not there yet");
        assertThat(desk.problems()).hasSize(1);
        assertThat(get(desk, ARTICLE).statusCode()).isEqualTo(503);
        assertThat(get(desk, ARTICLE).body()).contains("The database has no tables yet");

        // all there
        Migrations.apply(database.dataSource());
        awaitReadiness(desk, "ready");
        // A request waits for a connection for a second only, which a busy machine may exceed.
        await().until(() -> get(desk, ARTICLE).statusCode() == 404);
      }

      // away
      awaitReadiness(desk, "does not answer");
      assertThat(get(desk, ARTICLE).statusCode()).isEqualTo(503);

      // back
      try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, port)) {
        awaitReadiness(desk, "ready");
        assertThat(desk.alive()).isTrue();
      }
    }
  }

  @Test
  void countsRequestsByRouteAndStatus(RunningDesk desk) {
    desk.archive().store(article("one", "One", "One.").make());
    desk.get("/api/articles");
    desk.get("/api/articles?limit=0");
    desk.get("/articles/none");
    await()
        .untilAsserted(
            () ->
                assertThat(desk.get("/metrics").body())
                    .contains(
                        "keeling_desk_requests_seconds_count{route=\"/api/articles\",status=\"2xx\"} 1")
                    .contains("route=\"/api/articles\",status=\"4xx\"")
                    .contains("route=\"/articles/{id}\",status=\"4xx\"")
                    .contains("hikaricp_connections"));
  }

  @Test
  void saysWhichPortCannotBeListenedOn() {
    try (Desk first = RunningDesk.deskAt("jdbc:postgresql://127.0.0.1:1/none", 0)) {
      assertThatThrownBy(
              () -> RunningDesk.deskAt("jdbc:postgresql://127.0.0.1:1/none", first.port()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("port " + first.port() + " on 127.0.0.1 cannot be listened on");
    }
  }

  private void awaitReadiness(Desk desk, String expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(get(desk, "/readyz").body()).contains(expected));
  }

  private HttpResponse<String> get(Desk desk, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + desk.port() + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
