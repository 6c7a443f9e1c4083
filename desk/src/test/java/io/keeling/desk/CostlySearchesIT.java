package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of searches that take more than a request may, and of the others meanwhile. */
@ExtendWith(Desks.class)
class CostlySearchesIT {

  private static final String BEGINNINGS =
      IntStream.range(0, 40)
          .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i * 7 % 26) + "*")
          .collect(Collectors.joining(" or "));

  private static final String WIDE =
      IntStream.range(0, 25)
          .mapToObj(i -> "\"the of\"~" + (50 - i))
          .collect(Collectors.joining(" "));

  private static final int AT_ONCE = 50;

  /** Long articles: so many that to list them all takes a turn. */
  private static final int LONG = 200;

  /** More than a request takes without a turn, and less than these searches would. */
  private static final Duration PROCESSOR_TIME = Duration.ofMillis(150);

  /**
   * How long a plain search may take on a busy machine. Where costly ones have no limit it takes as
   * long as all of them together.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** How long one may wait that is refused. */
  private static final Duration ANY_TIME = Duration.ofMinutes(2);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Desk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    String text = words();
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      articles.add(article("long-" + i, "The report of year " + i, text).make());
    }
    articles.add(article("short", "A quiet harbour", "No fuel at all.").make());
    empty.archive().store(articles.toArray(EnrichedArticle[]::new));
    desk =
        empty.another(
            usual -> usual.search(empty.config().search().withProcessorTime(PROCESSOR_TIME)));
  }

  /** Words that begin with any two letters, and small ones that stand everywhere. */
  private static String words() {
    return IntStream.range(0, 6_000)
        .mapToObj(
            i ->
                i % 5 == 0
                    ? "the"
                    : i % 5 == 2
                        ? "of"
                        : "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "re" + i % 97)
        .collect(Collectors.joining(" "));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/articles", "/feed.atom", "/feed.json"})
  void aSearchThatTakesTooMuchIsAnsweredSoToPrograms(String path) throws Exception {
    HttpResponse<String> answer = get(path + "?limit=200&q=" + encoded(BEGINNINGS));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    if (!path.endsWith(".atom")) {
      assertThat(Json.MAPPER.readTree(answer.body()).get("error").asText())
          .startsWith("This search takes more than the desk gives to one.");
    }
  }

  @Test
  void aSearchThatTakesTooMuchIsAnsweredSoToPeopleInTheirLanguage() throws Exception {
    HttpResponse<String> answer = get("/?lang=de&view=all&limit=200&q=" + encoded(BEGINNINGS));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("main").text())
        .contains("Diese Suche dauert zu lange");
  }

  @Test
  void whileFiftyOfThemAreAskedAtOncePlainSearchesAreAnswered() throws Exception {
    double before = refused();
    List<CompletableFuture<HttpResponse<String>>> costly = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      costly.add(
          CLIENT.sendAsync(
              request(
                  "/api/articles?limit=200&q=" + encoded(i % 2 == 0 ? BEGINNINGS : WIDE), ANY_TIME),
              BodyHandlers.ofString()));
    }
    await().atMost(ANY_TIME).until(() -> waiting() > 0);
    HttpResponse<String> plain = get("/api/articles?q=harbour");
    HttpResponse<String> page = get("/?view=all&q=harbour");

    assertThat(plain.statusCode()).as(plain.body()).isEqualTo(200);
    assertThat(plain.body()).contains("A quiet harbour");
    assertThat(page.statusCode()).isEqualTo(200);
    long spent = 0;
    for (CompletableFuture<HttpResponse<String>> answer : costly) {
      // Connections to the database are few, too, and on a slow machine some wait for too long.
      assertThat(answer.get().statusCode()).isIn(200, 422, 503);
      spent += answer.get().statusCode() == 422 ? 1 : 0;
    }
    assertThat(spent).isPositive();
    assertThat(refused() - before).isEqualTo(spent);
    assertThat(get("/api/articles?q=harbour").statusCode()).isEqualTo(200);
  }

  private static double refused() throws Exception {
    return metric("keeling_desk_searches_refused_total{reason=\"spent\"");
  }

  private static double waiting() throws Exception {
    return metric("keeling_desk_searches_waiting ");
  }

  private static double metric(String beginning) throws Exception {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path, PATIENCE), BodyHandlers.ofString());
  }

  private static HttpRequest request(String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path))
        .timeout(patience)
        .build();
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
