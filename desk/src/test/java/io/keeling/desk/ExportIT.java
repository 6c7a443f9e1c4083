package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.desk.articles.export.ParquetFile;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of what a query finds. */
@ExtendWith(Desks.class)
class ExportIT {

  private static RunningDesk desk;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path directory;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @BeforeEach
  void clear() {
    desk.archive().clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sort=newest",
        "?sort=oldest&topic=coal",
        "?q=flood",
        "?q=flood&sort=changed&stories=once",
        "?q=flood&stories=once"
      })
  void everyFileHasExactlyWhatTheListHasInItsOrder(String query) throws Exception {
    // given
    fill();
    List<String> listed =
        desk.json("/api/articles" + query + "&limit=200").get("items").findValuesAsText("version");

    // then
    assertThat(listed).isNotEmpty();
    List<String> lines = new ArrayList<>();
    for (String line : desk.get("/api/export.jsonl" + query).body().lines().toList()) {
      lines.add(Json.MAPPER.readValue(line, EnrichedArticle.class).article().version());
    }
    assertThat(lines).isEqualTo(listed);
    assertThat(
            desk.get("/api/export.csv" + query)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",")[1]))
        .isEqualTo(listed);
    ParquetFile parquet = ParquetFile.read(bytes("/api/export.parquet" + query), directory);
    assertThat(parquet.rows().stream().map(row -> row.getString("version", 0))).isEqualTo(listed);
  }

  @Test
  void thePageLeadsToFilesOfWhatItShows() {
    fill();
    List<String> files =
        desk.page("/?q=flood").select(".take a[href^=/api/export]").eachAttr("href");

    assertThat(files)
        .containsExactly(
            "/api/export.csv?q=flood&stories=once",
            "/api/export.csv.zip?q=flood&stories=once",
            "/api/export.jsonl?q=flood&stories=once",
            "/api/export.parquet?q=flood&stories=once");
    assertThat(desk.get(files.get(2)).body().lines()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "parquet"})
  void rowsAndDigestFollowTheFile(String format) throws Exception {
    fill();
    Chunked answer =
        Chunked.ask(desk.at("/").getPort(), "/api/export." + format, "deflate;q=0.5, Trailers");

    assertThat(answer.head()).contains("Trailer: Keeling-Rows, Keeling-Sha256");
    assertThat(answer.trailer().lines())
        .containsExactlyInAnyOrder("Keeling-Rows: 12", "Keeling-Sha256: " + sha256(answer.body()));
    assertThat(answer.body()).isEqualTo(bytes("/api/export." + format));
  }

  @Test
  void whoDoesNotAskForTrailersGetsNone() throws Exception {
    fill();
    Chunked answer = Chunked.ask(desk.at("/").getPort(), "/api/export.jsonl", "gzip");

    assertThat(answer.head()).doesNotContain("Trailer");
    assertThat(answer.trailer()).isEmpty();
    assertThat(answer.body()).isEqualTo(bytes("/api/export.jsonl"));
  }

  @Test
  void whatIsEmptyIsAFileAllTheSame() throws Exception {
    assertThat(desk.get("/api/export.csv").body().lines()).hasSize(1);
    assertThat(desk.get("/api/export.jsonl").body()).isEmpty();
    ParquetFile parquet = ParquetFile.read(bytes("/api/export.parquet"), directory);
    assertThat(parquet.rows()).isEmpty();
    assertThat(parquet.schema().containsField("text")).isTrue();
    assertThat(Chunked.ask(desk.at("/").getPort(), "/api/export.jsonl", "trailers").trailer())
        .contains("Keeling-Rows: 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv.zip", "jsonl", "jsonl.zip", "parquet", "parquet.zip"})
  void aQueryThatIsNotUnderstoodIsRefusedInOneLine(String format) throws Exception {
    HttpResponse<String> refused = desk.get("/api/export." + format + "?q=topic:");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
    JsonNode error = Json.MAPPER.readTree(refused.body());
    assertThat(error.get("parameter").asText()).isEqualTo("q");
  }

  @Test
  void aFileThatBreaksInTheMiddleIsCutShort() {
    // given many articles and an old one whose document is broken
    List<EnrichedArticle> many = new ArrayList<>();
    for (int i = 0; i < 210; i++) {
      many.add(article("n" + i, "Number " + i, signs(new Random(i), 20_000)).make());
    }
    many.add(article("broken", "Broken", "Words.").published("2020-01-01").make());
    desk.archive().store(many.toArray(EnrichedArticle[]::new));
    desk.archive().breakDocument(article("broken", "Broken", "Words.").id());

    // then the reader learns that something is missing
    for (String format : List.of("jsonl.zip", "parquet")) {
      assertThatThrownBy(() -> bytes("/api/export." + format)).isInstanceOf(IOException.class);
    }
  }

  /**
   * What hardly compresses, so that some is on its way before the break, and has no words, of which
   * an index of so many would take long.
   */
  private static String signs(Random random, int length) {
    StringBuilder signs = new StringBuilder(length);
    random.ints(length, 0x2200, 0x2300).forEach(sign -> signs.append((char) sign));
    return signs.toString();
  }

  @Test
  void anArticleIsCitedByTheWordsThatWereRead() {
    EnrichedArticle one = article("one", "One", "Of coal.").by("Ida Brandt").make();
    desk.archive().store(one);
    String permalink =
        "http://desk.example/articles/"
            + one.article().id()
            + "/versions/"
            + one.article().version();

    assertThat(desk.page("/articles/" + one.article().id()).select(".citation").text())
        .startsWith("Ida Brandt: One. The Harbour Post, 2026-11-20. ")
        .endsWith("(read 2026-11-20T10:15:00Z, kept as " + permalink + ")");
    JsonNode citation =
        desk.json(
            desk.page("/articles/" + one.article().id()).select("#why-cite ~ p a").attr("href"));
    assertThat(citation.get("permalink").asText()).isEqualTo(permalink);
    assertThat(citation.get("readAt").asText()).isEqualTo("2026-11-20T10:15:00Z");
    assertThat(citation.at("/csl/container-title").asText()).isEqualTo("The Harbour Post");
    assertThat(desk.get("/api/articles/none/citation").statusCode()).isEqualTo(404);
  }

  private static void fill() {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ArticleMaker maker =
          article("a" + i, "Flood " + i, "Flood ".repeat(1 + i % 4) + "and words.")
              .published("2026-11-%02dT10:00:00Z".formatted(1 + i % 5));
      if (i % 2 == 0) {
        maker.topic("coal", 1);
      }
      if (i % 3 == 0) {
        maker.story("f0" + i % 2, 2).from("outlet" + i, "Outlet " + i);
      }
      articles.add(maker.make());
    }
    desk.archive().store(articles.toArray(EnrichedArticle[]::new));
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(HttpRequest.newBuilder(desk.at(path)).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The first of two answers, in chunks, with what follows them: Java's own client has it not. */
  private record Chunked(String head, byte[] body, String trailer) {

    static Chunked ask(int port, String path, String codings) throws IOException {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket
            .getOutputStream()
            .write(
                ("GET %s HTTP/1.1\r\nHost: desk.example\r\nTE: %s\r\n\r\n"
                        + "GET /healthz HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n")
                    .formatted(path, codings)
                    .getBytes(StandardCharsets.US_ASCII));
        return read(socket.getInputStream().readAllBytes());
      }
    }

    private static Chunked read(byte[] bytes) {
      // Each byte one character, so that places in the text are places in the bytes.
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int at = text.indexOf("\r\n\r\n") + 4;
      String head = text.substring(0, at);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      while (true) {
        int end = text.indexOf("\r\n", at);
        int length = Integer.parseInt(text.substring(at, end), 16);
        at = end + 2;
        if (length == 0) {
          boolean ends = text.startsWith("\r\n", at);
          String trailer = ends ? "" : text.substring(at, text.indexOf("\r\n\r\n", at));
          return new Chunked(head, body.toByteArray(), trailer);
        }
        body.write(bytes, at, length);
        at += length + 2;
      }
    }
  }
}
