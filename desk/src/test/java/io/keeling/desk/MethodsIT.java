package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Desks.class)
class MethodsIT {

  private static final EnrichedArticle ONE = article("one", "One", "Of coal.").make();

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive().store(ONE);
    // What has just been stored has no time yet, and would have one in the second of two answers.
    await()
        .until(() -> desk.get("/api/articles").headers().firstValue("Last-Modified").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/articles/{id}",
        "/articles/none",
        "/assets/keeling.css",
        "/feed.atom",
        "/feed.json",
        "/api/docs",
        "/api/articles",
        "/api/articles?limit=0",
        "/api/articles/{id}",
        "/api/articles/{id}/versions",
        "/api/facets",
        "/api/trends",
        "/api/attention",
        "/api/attention.csv",
        "/api/mentions",
        "/api/profiles/topics/coal",
        "/topics/coal",
        "/api/export.csv",
        "/api/export.csv.zip",
        "/api/export.jsonl",
        "/api/export.parquet",
        "/api/none",
        "/none",
        "/openapi.yaml",
        "/healthz",
        "/readyz"
      })
  void headAnswersAsGetWithoutABody(String pattern) {
    String path = pattern.replace("{id}", ONE.article().id());
    for (String encoding : List.of("identity", "gzip")) {
      // given
      HttpResponse<String> get = desk.ask("GET", path, "Accept-Encoding", encoding);

      // when
      HttpResponse<String> head = desk.ask("HEAD", path, "Accept-Encoding", encoding);

      // then
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(headers(head)).isEqualTo(headers(get));
      assertThat(head.body()).isEmpty();
      assertThat(get.body()).isNotEmpty();
    }
  }

  @Test
  void headOfTheMetricsHasTheirType() {
    HttpResponse<String> head = desk.ask("HEAD", "/metrics");

    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(desk.get("/metrics").headers().firstValue("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/articles", "/api/stream", "/feed.json"})
  void refusesAnotherMethodAsItRefusesAnyRequestOfAProgram(String path) throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "BREW")) {
      HttpResponse<String> refused = desk.ask(method, path);

      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(json(refused).get("status").asInt()).isEqualTo(405);
      assertThat(json(refused).get("error").asText()).contains("GET and HEAD");
    }
  }

  @Test
  void tellsPeopleOfAnotherMethodOnAPage() {
    HttpResponse<String> refused = desk.ask("POST", "/");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(refused.body()).contains("Read only");
  }

  @Test
  void refusesWhatIsNoRequestInJsonToo() throws Exception {
    HttpResponse<String> refused = desk.get("/api/articles?q=" + "a".repeat(9_000));

    assertThat(refused.statusCode()).isEqualTo(414);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json(refused).get("status").asInt()).isEqualTo(414);
    assertThat(refused.headers().firstValue("Connection")).contains("close");
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return Json.MAPPER.readTree(response.body());
  }

  private static Map<String, List<String>> headers(HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return headers;
  }
}
