package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.collections.Collections;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Desks.class)
class CollectionsIT {

  private static final String ONE =
      article("one", "Coal <in> the north", "Of coal.").make().article().id();
  private static final String TWO = article("two", "Wind", "Of wind.").make().article().id();

  private static RunningDesk desk;
  private static Staff staff;
  private static Account editor;
  private static String token;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    staff = new Staff(desk);
    editor = staff.of("ida", Role.EDITOR);
    token = new Tokens(staff.database()).make(editor, "test", Scope.WRITE, 1).orElseThrow();
    desk.archive()
        .store(
            article("one", "Coal <in> the north", "Of coal.").make(),
            article("two", "Wind", "Of wind.").make());
  }

  @AfterAll
  static void close() {
    staff.close();
  }

  @Test
  void anEditorPutsAnArticleIntoACollectionWithANoteAndTakesItOut() {
    // given
    Browser browser = browser();
    Document article = browser.page("/articles/" + ONE + "?lang=en");
    String put = article.selectFirst("a[href$=/collections]:containsOwn(Add to)").attr("href");

    // when
    HttpResponse<String> done =
        browser.submit(
            browser.page(put), put, "name", " Coal\n& more ", "note", "Ask for\r\nthe <study>. ");

    // then
    assertThat(done.statusCode()).isEqualTo(303);
    String path = URI.create(done.headers().firstValue("Location").orElseThrow()).getPath();
    Document page = browser.page(path + "?lang=en");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Coal & more");
    assertThat(page.select(".collected h2 a").attr("href")).isEqualTo("/articles/" + ONE);
    assertThat(page.selectFirst(".note").wholeText()).isEqualTo("Ask for\nthe <study>.");
    assertThat(page.text()).contains("by ida");
    assertThat(browser.page("/collections").select("main li a").eachText()).contains("Coal & more");

    // Whoever may read sees it, but not who wrote it, and nothing to change it with.
    Document read = desk.page(path + "?lang=en");
    assertThat(read.selectFirst(".note").text()).contains("the <study>");
    assertThat(read.text()).doesNotContain("ida");
    assertThat(read.select("main form")).isEmpty();
    assertThat(desk.page("/articles/" + ONE).select("#collections + ul a").eachAttr("href"))
        .contains(path);

    // when
    String note = page.selectFirst("a[href*='?in=']").attr("href");
    String form = note.substring(0, note.indexOf('?'));
    Document noting = browser.page(note);
    assertThat(noting.selectFirst("textarea").wholeText()).isEqualTo("Ask for\nthe <study>.");
    browser.submit(noting, form, "note", "");
    assertThat(browser.page(path).select(".note")).isEmpty();
    browser.submit(page, path + "/articles/" + ONE + "/take-out");

    // then
    assertThat(browser.page(path).select(".collected li")).isEmpty();
    assertThat(desk.json("/api" + path).get("articles").asInt()).isZero();

    // when
    browser.submit(browser.page(path), path + "/name", "name", "Coal alone");
    assertThat(browser.page(path).selectFirst("h1").text()).isEqualTo("Coal alone");
    assertThat(browser.submit(browser.page(path), path + "/delete").statusCode()).isEqualTo(303);

    // then
    assertThat(desk.get(path).statusCode()).isEqualTo(404);
    assertThat(new AuditLog(staff.database()).entries(0))
        .extracting(entry -> entry.who() + " " + entry.action() + " " + entry.subject())
        .containsSubsequence(
            "ida collection.delete Coal alone",
            "ida collection.rename Coal & more, to Coal alone",
            "ida collection.take-out Coal & more, " + ONE,
            "ida collection.note Coal & more, " + ONE,
            "ida collection.note Coal & more, " + ONE,
            "ida collection.put Coal & more, " + ONE,
            "ida collection.make Coal & more");
  }

  @Test
  void aProgramDoesTheSame() throws Exception {
    // when
    HttpResponse<String> made = send("POST", "/api/collections", "name", "By program");

    // then
    assertThat(made.statusCode()).isEqualTo(201);
    String path = "/api/collections/" + json(made).get("id").asText();
    assertThat(made.headers().firstValue("Location")).contains("http://desk.example" + path);
    assertThat(send("POST", "/api/collections", "name", "By program").statusCode()).isEqualTo(409);
    assertThat(send("PUT", path + "/articles/" + ONE, "note", "First.").statusCode())
        .isEqualTo(201);
    assertThat(send("PUT", path + "/articles/" + TWO).statusCode()).isEqualTo(201);
    assertThat(json(send("PUT", path + "/articles/" + ONE)).get("note").asText())
        .isEqualTo("First.");
    JsonNode articles = desk.json(path + "/articles");
    assertThat(articles.get("items").findValuesAsText("title"))
        .containsExactly("Wind", "Coal <in> the north");
    assertThat(articles.at("/items/1").has("addedBy")).isFalse();
    assertThat(
            json(desk.ask("GET", path + "/articles/" + ONE, "Authorization", "Bearer " + token))
                .get("addedBy")
                .asText())
        .isEqualTo("ida");
    assertThat(json(send("PATCH", path, "name", "By a program")).get("name").asText())
        .isEqualTo("By a program");
    assertThat(send("DELETE", path + "/articles/" + TWO).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", path + "/articles/" + TWO).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", path).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", path).statusCode()).isEqualTo(404);
    assertThat(send("PUT", path + "/articles/" + ONE).statusCode()).isEqualTo(404);
  }

  @Test
  void itsFilesHaveItsArticlesAndTheNotesOnThem() throws Exception {
    // given
    String path = path("Files");
    send("PUT", path + "/articles/" + ONE, "note", "=1+1, and \"so\"");
    send("PUT", path + "/articles/" + TWO);

    // when
    List<String> csv = desk.get(path + "/export/csv").body().lines().toList();
    List<String> lines = desk.get(path + "/export/jsonl").body().lines().toList();

    // then
    assertThat(csv).hasSize(3);
    assertThat(csv.get(0)).startsWith("\uFEFFid,version,").endsWith(",note");
    assertThat(csv.get(2)).startsWith(ONE + ",").endsWith(",\"'=1+1, and \"\"so\"\"\"");
    assertThat(lines).hasSize(2);
    JsonNode line = Json.MAPPER.readTree(lines.get(1));
    assertThat(line.get("id").asText()).isEqualTo(ONE);
    assertThat(line.get("text").asText()).isEqualTo("Of coal.");
    assertThat(line.get("note").asText()).isEqualTo("=1+1, and \"so\"");
    assertThat(desk.get(path + "/export/parquet").body()).startsWith("PAR1").endsWith("PAR1");
    assertThat(desk.get(path + "/export/csv.zip").body()).startsWith("PK");
    assertThat(desk.get(path + "/export/doc").statusCode()).isEqualTo(404);
    assertThat(desk.get("/api/collections/none/export/csv").statusCode()).isEqualTo(404);
  }

  @Test
  void itsFeedsHaveItsArticlesAndTheNotesOnThem() throws Exception {
    // given
    String path = path("Fed").replace("/api", "");
    send("PUT", "/api" + path + "/articles/" + ONE, "note", "Ask for the <study>.");
    send("PUT", "/api" + path + "/articles/" + TWO);

    // when
    SyndFeed atom =
        new SyndFeedInput().build(new StringReader(desk.get(path + "/feed.atom").body()));
    JsonNode json = desk.json(path + "/feed.json");

    // then
    assertThat(atom.getTitle()).startsWith("Fed – ");
    assertThat(atom.getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly("Wind", "Coal <in> the north");
    assertThat(atom.getEntries().get(1).getDescription().getValue())
        .isEqualTo("Ask for the <study>.");
    assertThat(json.at("/items/1/id").asText()).isEqualTo("urn:keeling:article:" + ONE);
    assertThat(json.at("/items/1/content_text").asText()).isEqualTo("Ask for the <study>.");
    assertThat(json.at("/items/0/content_text").asText()).isEmpty();
    assertThat(json.toString()).doesNotContain("ida");
    assertThat(desk.page(path).select("link[rel=alternate][href^=" + path + "]")).hasSize(2);
    assertThat(desk.get("/collections/none/feed.atom").statusCode()).isEqualTo(404);
    assertThat(desk.get("/collections/none/feed.json").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/collections | {} | 400",
        "POST | /api/collections | {\"name\": \" \\u0000 \"} | 201",
        "POST | /api/collections | {\"name\": \"  \"} | 400",
        "POST | /api/collections | {\"name\": 1} | 400",
        "POST | /api/collections | {\"name\": \"a\", \"b\": \"c\"} | 400",
        "POST | /api/collections | [] | 400",
        "POST | /api/collections | { | 400",
        "PUT | /api/collections/none/articles/none | {\"note\": \"\"} | 404",
        "PATCH | /api/collections/none | {\"name\": \"a\"} | 404",
      })
  void whatIsNoCollectionIsRefused(String method, String path, String body, int status) {
    assertThat(desk.send(method, path, body, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(status);
  }

  @Test
  void namesNotesAndCollectionsAreBounded() {
    // given
    String path = path("Bounded");
    String note = "я".repeat(1_000);

    // then
    assertThat(send("POST", "/api/collections", "name", "a".repeat(101)).statusCode())
        .isEqualTo(400);
    assertThat(send("PUT", path + "/articles/" + ONE, "note", note + "я").statusCode())
        .isEqualTo(400);
    assertThat(send("PUT", path + "/articles/" + ONE, "note", note).statusCode()).isEqualTo(201);

    // when
    desk.archive()
        .execute(
            "INSERT INTO collection_article (collection_id, article_id, added_by)"
                + " SELECT ?, 'other-' || n, 'ida' FROM generate_series(2, ?) n",
            path.substring(path.lastIndexOf('/') + 1),
            Collections.MOST_ARTICLES);

    // then
    assertThat(send("PUT", path + "/articles/" + TWO).statusCode()).isEqualTo(409);
    assertThat(send("PUT", path + "/articles/" + ONE, "note", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageWithNotesOfFullLengthIsLightAndLeadsOn() {
    // given
    String path = path("Heavy");
    String id = path.substring(path.lastIndexOf('/') + 1);
    for (int i = 0; i < 30; i++) {
      desk.archive().store(article("heavy-" + i, "Heavy " + i, "Of something.").make());
    }
    desk.archive()
        .execute(
            "INSERT INTO collection_article (collection_id, article_id, added_by, note, noted_at,"
                + " noted_by) SELECT ?, id, 'ida', repeat('語', 1000), now(), 'ida' FROM article"
                + " WHERE title LIKE 'Heavy %'",
            id);

    // when
    String html = browser().get("/collections/" + id + "?lang=de").body();

    // then
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    Document second = browser().page("/collections/" + id + "?page=2");
    assertThat(second.select(".collected li")).hasSize(10);
    assertThat(second.select("a[rel=next]")).isEmpty();
    assertThat(desk.page("/collections/" + id).select("a[rel=next]")).hasSize(1);
  }

  @Test
  void whoIsNoEditorMayChangeNothing() {
    String path = path("Elsewhere");
    String reading = new Tokens(staff.database()).make(editor, "read", Scope.READ, 1).orElseThrow();

    assertThat(
            desk.send("PATCH", path, "{\"name\": \"b\"}", "Authorization", "Bearer " + reading)
                .statusCode())
        .isEqualTo(403);
    assertThat(desk.ask("DELETE", path).statusCode()).isEqualTo(401);
    assertThat(desk.page("/articles/" + ONE).select("a[href$=/collections]:contains(Put)"))
        .isEmpty();
  }

  private static Browser browser() {
    return new Browser(desk.at("/").getPort()).withCookie("keeling-session", staff.session(editor));
  }

  /** The address of a new collection. */
  private static String path(String name) {
    return "/api/collections/"
        + json(send("POST", "/api/collections", "name", name)).get("id").asText();
  }

  private static HttpResponse<String> send(String method, String path, String... fields) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return desk.send(method, path, body.toString(), "Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
