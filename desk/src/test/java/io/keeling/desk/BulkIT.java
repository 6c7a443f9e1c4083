package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desks.class)
class BulkIT {

  private static RunningDesk desk;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @BeforeEach
  void clear() {
    desk.archive().clear();
  }

  @Test
  void exportsEveryArticleOfAQueryHoweverMany() throws Exception {
    // given
    List<EnrichedArticle> many = new ArrayList<>();
    for (int i = 0; i < 950; i++) {
      many.add(
          article("n" + i, "Number " + i, "Words.").topic(i % 2 == 0 ? "coal" : "heat", 1).make());
    }
    desk.archive().store(many.toArray(EnrichedArticle[]::new));

    // when
    List<String> lines = desk.get("/api/export.jsonl?topic=coal").body().lines().toList();

    // then
    assertThat(lines).hasSize(475);
    EnrichedArticle first = Json.MAPPER.readValue(lines.get(0), EnrichedArticle.class);
    assertThat(many).contains(first);
    assertThat(desk.get("/api/export.csv?topic=coal").body().lines()).hasSize(476);
  }

  @Test
  void exportsCellsThatASpreadsheetDoesNotRun() {
    desk.archive().store(article("sum", "=SUM(A1:A9), \"quoted\"", "Words.").by("Ida").make());
    assertThat(desk.get("/api/export.csv").body())
        .contains("\"'=SUM(A1:A9), \"\"quoted\"\"\"")
        .startsWith("\uFEFFid,version,title");
  }

  @Test
  void cutsAnExportThatBreaksInTheMiddleShort() {
    // given many articles and an old one whose document is broken
    List<EnrichedArticle> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(article("n" + i, "Number " + i, "Words. ".repeat(300)).make());
    }
    many.add(article("broken", "Broken", "Words.").published("2020-01-01").make());
    desk.archive().store(many.toArray(EnrichedArticle[]::new));
    desk.archive().breakDocument(article("broken", "Broken", "Words.").id());

    // then the reader learns that something is missing
    assertThatThrownBy(
            () ->
                client.send(
                    HttpRequest.newBuilder(desk.at("/api/export.jsonl")).build(),
                    BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void countsArticlesOverTimeWithTheDaysBetween() {
    desk.archive()
        .store(
            article("a", "A", "Words.").published("2026-11-01").make(),
            article("b", "B", "Words.").published("2026-11-04T23:30:00-02:00").make(),
            article("c", "C", "Words.").published("2026-11-01T23:59:00Z").make());
    JsonNode days = desk.json("/api/trends");
    assertThat(days.get("step").asText()).isEqualTo("day");
    assertThat(days.get("items").findValuesAsText("count"))
        .containsExactly("2", "0", "0", "0", "1");
    assertThat(desk.json("/api/trends?step=month").get("items").toString())
        .isEqualTo("[{\"start\":\"2026-11-01\",\"count\":3}]");
    assertThat(desk.json("/api/trends?step=hour").get("parameter").asText()).isEqualTo("step");
    assertThat(desk.json("/api/trends?topic=heat").get("items")).isEmpty();
  }

  @Test
  void streamsWhatComesInAndLetsOthersPass() throws Exception {
    desk.archive().store(article("before", "Before", "Words.").topic("coal", 1).make());
    try (Listener listener = listen("/api/stream?topic=coal", null)) {
      // when
      desk.archive()
          .store(
              article("now", "Now", "Words.").topic("coal", 1).make(),
              article("other", "Other", "Words.").topic("heat", 1).make());

      // then
      await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("Now"));
    }
  }

  @Test
  void catchesUpWithWhatWasMissed() throws Exception {
    // given somebody who heard of one article and left
    String lastEvent;
    try (Listener listener = listen("/api/stream", null)) {
      desk.archive().store(article("one", "One", "Words.").make());
      await().untilAsserted(() -> assertThat(listener.titles()).containsExactly("One"));
      lastEvent = listener.lastId();
    }
    desk.archive().store(article("two", "Two", "Words.").make());

    // when
    try (Listener listener = listen("/api/stream", lastEvent)) {
      // then
      await().untilAsserted(() -> assertThat(listener.titles()).contains("Two"));
      assertThat(listener.titles()).doesNotContain("One");
    }
  }

  @Test
  void refusesABadQueryBeforeAnythingIsStreamed() {
    assertThat(desk.get("/api/stream?limit=0").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/export.csv?climate=hot").statusCode()).isEqualTo(400);
  }

  private Listener listen(String path, String lastEvent) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.at(path)).header("Accept", "text/event-stream");
    if (lastEvent != null) {
      request.header("Last-Event-ID", lastEvent);
    }
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    return new Listener(response.body());
  }

  /** Reads a stream of events on a thread of its own. */
  private static final class Listener implements AutoCloseable {

    private final InputStream body;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final ExecutorService reading = Executors.newSingleThreadExecutor();

    Listener(InputStream body) {
      this.body = body;
      reading.execute(this::read);
    }

    private void read() {
      StringBuilder line = new StringBuilder();
      try {
        byte[] bytes = new byte[1];
        while (body.read(bytes) > 0) {
          String character = new String(bytes, StandardCharsets.ISO_8859_1);
          if (character.equals("\n")) {
            lines.add(line.toString());
            line.setLength(0);
          } else {
            line.append(character);
          }
        }
      } catch (IOException e) {
        lines.add("closed");
      }
    }

    List<String> titles() {
      return lines.stream()
          .filter(line -> line.startsWith("data:"))
          .map(line -> line.replaceAll(".*\"title\":\"([^\"]*)\".*", "$1"))
          .toList();
    }

    String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id:"))
          .reduce((first, second) -> second)
          .orElseThrow()
          .substring(3)
          .strip();
    }

    @Override
    public void close() throws IOException {
      body.close();
      reading.shutdownNow();
    }
  }
}
