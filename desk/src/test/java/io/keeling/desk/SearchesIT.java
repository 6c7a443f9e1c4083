package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Desks.class)
class SearchesIT {

  private static final String SESSION = "keeling-session";

  private static RunningDesk desk;
  private static Staff staff;
  private static Account editor;

  /** What programs of the editor carry. */
  private static String token;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    staff = new Staff(desk);
    editor = staff.of("ida", Role.EDITOR);
    token = token(editor, Scope.WRITE);
    desk.archive()
        .store(
            article("one", "Coal in the north", "Of coal.").topic("coal", 1).make(),
            article("two", "Coal in the south", "Of coal.")
                .published("2026-11-21T10:00:00Z")
                .topic("coal", 1)
                .make(),
            article("three", "Wind", "Of wind.").make());
  }

  @AfterAll
  static void close() {
    staff.close();
  }

  @Test
  void aSearchIsSavedByNameAndIsAPageAndFeedsOfItsOwn() throws Exception {
    // when
    HttpResponse<String> answer = save("Coal & more", "?topic=coal&limit=1&sort=oldest");
    JsonNode saved = Json.MAPPER.readTree(answer.body());

    // then
    assertThat(answer.statusCode()).isEqualTo(201);
    String id = saved.get("id").asText();
    assertThat(answer.headers().firstValue("Location"))
        .contains("http://desk.example/api/searches/" + id);
    assertThat(saved.get("name").asText()).isEqualTo("Coal & more");
    assertThat(saved.get("query").asText()).isEqualTo("topic=coal");
    assertThat(desk.json("/api/searches/" + id)).isEqualTo(saved);
    assertThat(desk.json("/api/searches").get("items")).contains(saved);

    assertThat(titles(desk.json("/api/searches/" + id + "/articles")))
        .containsExactly("Coal in the south", "Coal in the north");
    assertThat(titles(desk.json("/api/searches/" + id + "/articles?sort=oldest&limit=1")))
        .containsExactly("Coal in the north");
    assertThat(
            new SyndFeedInput()
                .build(new StringReader(desk.get("/searches/" + id + "/feed.atom").body()))
                .getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly("Coal in the south", "Coal in the north");
    JsonNode feed = desk.json("/searches/" + id + "/feed.json?lang=de");
    assertThat(titles(feed)).containsExactly("Coal in the south", "Coal in the north");
    assertThat(feed.get("title").asText()).isEqualTo("Keeling: Kohle");

    Document page = desk.page("/searches/" + id);
    assertThat(page.title()).startsWith("Coal & more");
    String articles = page.select("a[href^=/?]").attr("href");
    assertThat(desk.page(articles).select(".headline").eachText())
        .contains("Coal in the south", "Coal in the north")
        .doesNotContain("Wind");
  }

  @Test
  void theStreamOfASearchHasWhatComesInForItAlone() throws Exception {
    // given
    String id = Json.MAPPER.readTree(save("Live", "q=heat").body()).get("id").asText();
    HttpResponse<Stream<String>> stream =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(desk.at("/api/searches/" + id + "/stream")).build(),
                BodyHandlers.ofLines());

    // when
    desk.archive()
        .store(
            article("rain", "Rain", "Of rain alone.").make(),
            article("heat", "Heat", "Of heat.").make());

    // then
    try (Stream<String> lines = stream.body()) {
      String data = lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
      assertThat(Json.MAPPER.readTree(data.substring(5)).get("title").asText()).isEqualTo("Heat");
    }
  }

  @Test
  void aPersonSavesWhatAListShowsAndDeletesIt() {
    // given
    Element link = desk.page("/?q=coal&topic=coal&lang=en").selectFirst("a[href^=/searches?]");
    Browser browser =
        new Browser(desk.at("/").getPort()).withCookie(SESSION, staff.session(editor));

    // when
    HttpResponse<String> saved =
        browser.submit(browser.page(link.attr("href")), "/searches", "name", "By hand");

    // then
    assertThat(saved.statusCode()).isEqualTo(303);
    String path = URI.create(saved.headers().firstValue("Location").orElseThrow()).getPath();
    assertThat(desk.json("/api" + path).get("query").asText()).contains("q=coal", "topic=coal");
    assertThat(desk.page("/searches").select("main a").eachText()).contains("By hand");

    // when
    assertThat(browser.page(path).select("form[action$=/delete]")).isEmpty();
    Document sure = browser.page(browser.page(path).select("a[href$=/delete]").attr("href"));
    assertThat(sure.text()).contains("Delete this saved search: By hand?", "It has no alerts.");
    HttpResponse<String> deleted = browser.submit(sure, path + "/delete");

    // then
    assertThat(deleted.statusCode()).isEqualTo(303);
    assertThat(desk.get(path).statusCode()).isEqualTo(404);
    assertThat(desk.get(path + "/feed.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void aProgramDeletesASearchOnce() throws Exception {
    String id = Json.MAPPER.readTree(save("Gone", "q=coal").body()).get("id").asText();

    assertThat(
            desk.ask("DELETE", "/api/searches/" + id, "Authorization", "Bearer " + token)
                .statusCode())
        .isEqualTo(204);
    assertThat(
            desk.ask("DELETE", "/api/searches/" + id, "Authorization", "Bearer " + token)
                .statusCode())
        .isEqualTo(404);
    assertThat(desk.get("/api/searches/" + id + "/articles").statusCode()).isEqualTo(404);
  }

  @Test
  void noTwoSearchesHaveOneName() {
    assertThat(save("Twice", "q=coal").statusCode()).isEqualTo(201);
    assertThat(save("Twice", "q=wind").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"\", \"query\": \"\"} | name",
        "{\"name\": \" \\u0000 \", \"query\": \"\"} | name",
        "{\"name\": \"a\", \"query\": \"nothing=1\"} | query",
        "{\"name\": \"a\", \"query\": \"q=(coal\"} | query",
        "{\"name\": \"a\"} | body",
        "{\"name\": \"a\", \"query\": \"\", \"more\": 1} | body",
        "[] | body",
        "{ | body",
      })
  void whatIsNoSearchIsRefused(String body, String parameter) throws Exception {
    HttpResponse<String> refused =
        desk.send("POST", "/api/searches", body, "Authorization", "Bearer " + token);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(refused.body()).get("parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void tooLongASearchIsRefused() {
    assertThat(save("a".repeat(101), "q=coal").statusCode()).isEqualTo(400);
    assertThat(save("a", "q=" + "a".repeat(9_000)).statusCode()).isEqualTo(400);
    assertThat(save("a", "q=" + "a".repeat(90_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyHowItIsListedMayBeSaidOfASavedSearch() throws Exception {
    String id = Json.MAPPER.readTree(save("Listed", "q=coal").body()).get("id").asText();

    JsonNode refused = desk.json("/api/searches/" + id + "/articles?topic=wind");
    assertThat(refused.get("status").asInt()).isEqualTo(400);
    assertThat(refused.get("parameter").asText()).isEqualTo("topic");
  }

  @Test
  void whoIsNoEditorMayChangeNothing() {
    String readers = token(staff.of("rea", Role.READER), Scope.OPERATE);
    String reading = token(staff.of("ed", Role.EDITOR), Scope.READ);
    for (String header : List.of("Bearer " + readers, "Bearer " + reading)) {
      assertThat(
              desk.send(
                      "POST", "/api/searches", body("Elsewhere", "q=coal"), "Authorization", header)
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(desk.send("POST", "/api/searches", body("Elsewhere", "q=coal")).statusCode())
        .isEqualTo(401);
    Document page = desk.page("/searches?topic=coal&lang=en");
    assertThat(page.select("form[action=/searches]")).isEmpty();
    assertThat(page.text()).contains("Editors who have signed in");
  }

  @Test
  void anotherMethodIsToldWhichThereAre() {
    HttpResponse<String> refused = desk.ask("PUT", "/api/searches");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
  }

  private static String token(Account account, Scope scope) {
    return new Tokens(staff.database()).make(account, "test", scope, 1).orElseThrow();
  }

  private static HttpResponse<String> save(String name, String query) {
    return desk.send(
        "POST", "/api/searches", body(name, query), "Authorization", "Bearer " + token);
  }

  private static String body(String name, String query) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    return body.put("name", name).put("query", query).toString();
  }

  private static Stream<String> titles(JsonNode listing) {
    return listing.get("items").findValuesAsText("title").stream();
  }
}
