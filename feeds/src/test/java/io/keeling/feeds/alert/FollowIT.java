package io.keeling.feeds.alert;

import static io.keeling.feeds.desk.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.feeds.access.Role;
import io.keeling.feeds.access.Scope;
import io.keeling.feeds.access.store.Tokens;
import io.keeling.feeds.alert.Receiver.Request;
import io.keeling.feeds.desk.ArticleMaker;
import io.keeling.feeds.desk.Browser;
import io.keeling.feeds.desk.Desk;
import io.keeling.feeds.desk.EnrichedTopic;
import io.keeling.feeds.desk.Staff;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an article on the topic to who follows a search. */
class FollowIT {

  /** What the promise is: "within five seconds of the row"; the machine of a build is busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;
  private static EnrichedTopic topic;
  private static Desk desk;
  private static Receiver receiver;
  private static int desks;

  @BeforeAll
  static void open() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    database = EmbeddedDatabase.start(directory.resolve("database"));
    topic = new EnrichedTopic(kafka);
    topic.make();
    receiver = new Receiver();
    desk = another();
    desk.archive().sinkIsAt(EnrichedTopic.PARTITIONS, 1_000_000);
  }

  @AfterAll
  static void close() throws Exception {
    desk.close();
    receiver.close();
    topic.close();
    database.close();
    kafka.close();
  }

  private static Desk another() throws Exception {
    return Desk.following(
        database.jdbcUrl(), directory.resolve("search-" + desks++), topic.connection());
  }

  @Test
  void whoFollowsASearchIsToldOfWhatItFinds() throws Exception {
    // given
    JsonNode search = save("Geysers", "q=geyser", "/geysers", "at-once", true);
    String secret = search.get("secret").asText();
    Instant before = Instant.now().minusSeconds(2);

    // when
    publish(news("other", "Of rain", "Of rain."));
    EnrichedArticle found = publish(news("geyser", "A geyser", "It speaks of a geyser."));

    // then
    Request told = await().atMost(PATIENCE).until(() -> only("/geysers"), r -> r != null);
    assertThat(told.articles()).containsExactly(found.article().id());
    JsonNode article = told.json().at("/data/articles/0");
    assertThat(article.get("kind").asText()).isEqualTo("new");
    assertThat(article.get("title").asText()).isEqualTo("A geyser");
    assertThat(article.get("url").asText()).isEqualTo("https://news.example/geyser");
    assertThat(article.get("page").asText())
        .isEqualTo("http://desk.example/articles/" + found.article().id());
    assertThat(told.json().at("/data/search/name").asText()).isEqualTo("Geysers");

    // and it is signed as the standard says
    String id = told.headers().get("webhook-id");
    String timestamp = told.headers().get("webhook-timestamp");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(told.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(told.body())));
    assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
        .isBetween(before, Instant.now().plusSeconds(1));

    // and there is a record of it
    JsonNode delivery = delivered(search);
    assertThat(delivery.get("id").asText()).isEqualTo(id);
    assertThat(delivery.get("articles").asInt()).isEqualTo(1);
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
    assertThat(delivery.get("attempts")).hasSize(1);

    // and nobody else learns the secret or the address
    assertThat(desk.get("/api/searches").body()).doesNotContain(secret, "/geysers\"");
    assertThat(desk.get("/searches/" + id(search)).body()).doesNotContain(secret);
    Browser editor = new Browser(desk.at("/").getPort()).withCookie("keeling-session", session());
    assertThat(editor.page("/searches/" + id(search)).text()).contains(secret, "1 article: taken");
  }

  @Test
  void aReceiverThatFailsIsToldAgainAndEachAttemptIsWrittenDown() throws Exception {
    try (Receiver failing = new Receiver()) {
      JsonNode search = save("Failing", "q=glacier", failing.address("/a"), "at-once", true);
      failing.answers(500, 302, 429);

      publish(news("glacier", "A glacier", "Of a glacier."));

      JsonNode delivery = delivered(search);
      assertThat(delivery.get("attempts").findValuesAsText("status"))
          .containsExactly("500", "302", "429", "204");
      assertThat(delivery.get("attempts").findValuesAsText("attempt"))
          .containsExactly("1", "2", "3", "4");
      assertThat(failing.requests("/a"))
          .hasSize(4)
          .extracting(request -> request.headers().get("webhook-id"))
          .containsOnly(delivery.get("id").asText());
      // A redirect leads nowhere.
      assertThat(failing.requests("/")).isEmpty();
    }
  }

  @Test
  void aReceiverThatSleepsKeepsNobodyElseWaiting() throws Exception {
    try (Receiver sleeping = new Receiver()) {
      sleeping.sleep();
      JsonNode slow = save("Slow", "q=lagoon", sleeping.address("/slow"), "at-once", true);
      save("Quick", "q=lagoon", "/quick", "at-once", true);

      publish(news("lagoon", "A lagoon", "Of a lagoon."));

      await().atMost(PATIENCE).until(() -> only("/quick") != null);
      await().atMost(PATIENCE).until(() -> !sleeping.requests("/slow").isEmpty());
      sleeping.wake();
      assertThat(delivered(slow).get("articles").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whatIsSentOrTaggedAgainIsToldOnce() throws Exception {
    save("Once", "q=meadow", "/once", "at-once", true);
    EnrichedArticle first = publish(news("meadow", "A meadow", "Of a meadow."));
    await().atMost(PATIENCE).until(() -> only("/once") != null);

    // when
    topic.send(first);
    topic.send(news("meadow", "A meadow", "Of a meadow.").revision(2).topic("coal", 1).make());
    EnrichedArticle last = publish(news("meadow-2", "Another meadow", "Of another meadow."));

    // then
    await().atMost(PATIENCE).until(() -> told("/once").contains(last.article().id()));
    assertThat(told("/once")).containsExactly(first.article().id(), last.article().id());
  }

  @Test
  void aCorrectionIsToldOnceForEachWordingToWhoWantsIt() throws Exception {
    save("Corrections", "q=marsh", "/corrections", "at-once", true);
    save("None", "q=marsh", "/no-corrections", "at-once", false);
    publish(news("marsh", "A marsh of 21 %", "Of a marsh."));
    await().atMost(PATIENCE).until(() -> only("/corrections") != null);

    // when its words are others, so that the search does not even find it
    EnrichedArticle corrected =
        article("marsh", "A bog of 19 %", "Of a bog.")
            .published(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5).toString())
            .revision(2)
            .make();
    desk.archive().correct(corrected);
    topic.send(corrected);
    topic.send(corrected);
    publish(news("marsh-2", "A second marsh", "Of a marsh."));

    // then
    await().atMost(PATIENCE).until(() -> told("/corrections").size() == 3);
    await().atMost(PATIENCE).until(() -> told("/no-corrections").size() == 2);
    List<JsonNode> articles = new ArrayList<>();
    receiver
        .requests("/corrections")
        .forEach(r -> r.json().at("/data/articles").forEach(articles::add));
    assertThat(articles)
        .extracting(a -> a.get("kind").asText() + " " + a.get("title").asText())
        .containsExactly("new A marsh of 21 %", "corrected A bog of 19 %", "new A second marsh");
  }

  @Test
  void afterARestartNothingIsMissingAndNothingIsToldTwice() throws Exception {
    save("Restarted", "q=orchard", "/restarted", "at-once", true);
    EnrichedArticle before = publish(news("orchard", "An orchard", "Of an orchard."));
    await().atMost(PATIENCE).until(() -> only("/restarted") != null);

    // when
    desk.close();
    EnrichedArticle meanwhile = publish(news("orchard-2", "Orchards", "Of an orchard."));
    desk = another();
    EnrichedArticle after = publish(news("orchard-3", "The orchard", "Of an orchard."));

    // then
    await().atMost(PATIENCE).until(() -> told("/restarted").contains(after.article().id()));
    await().atMost(PATIENCE).until(() -> told("/restarted").contains(meanwhile.article().id()));
    assertThat(told("/restarted"))
        .containsExactlyInAnyOrder(
            before.article().id(), meanwhile.article().id(), after.article().id());
  }

  @Test
  void severalDesksTellOfEachArticleOnce() throws Exception {
    save("Shared", "q=pasture", "/shared", "at-once", true);
    List<String> published = new ArrayList<>();
    try (Desk second = another()) {
      for (int i = 0; i < 40; i++) {
        published.add(
            publish(news("pasture-" + i, "Pasture " + i, "Of a pasture.")).article().id());
      }
      await().atMost(PATIENCE).until(() -> told("/shared").containsAll(published));
      assertThat(second.get("/readyz").statusCode()).isEqualTo(200);
    }
    assertThat(told("/shared")).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void aDigestWaitsForItsTimeAndTellsOfAllThatCameUntilThen() throws Exception {
    JsonNode search = save("Digest", "q=reef", "/digest", "daily", true);
    save("At once", "q=reef", "/reef", "at-once", true);
    List<String> published =
        List.of(
            publish(news("reef-1", "A reef", "Of a reef.")).article().id(),
            publish(news("reef-2", "Two reefs", "Of a reef.")).article().id());
    await().atMost(PATIENCE).until(() -> told("/reef").containsAll(published));
    assertThat(receiver.requests("/digest")).isEmpty();

    // when it is six o'clock
    desk.archive().execute("UPDATE saved_search SET due_at = now() WHERE id = ?", id(search));

    // then
    Request told = await().atMost(PATIENCE).until(() -> only("/digest"), r -> r != null);
    assertThat(told.articles()).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void whatWasTakenDownBeforeItIsToldIsNotTold() throws Exception {
    JsonNode search = save("Taken down", "q=savanna", "/savanna", "hourly", true);
    EnrichedArticle gone = publish(news("savanna", "A savanna", "Of a savanna."));
    await().atMost(PATIENCE).until(() -> waits(search));
    desk.archive().execute("DELETE FROM article WHERE id = ?", gone.article().id());

    desk.archive().execute("UPDATE saved_search SET due_at = now() WHERE id = ?", id(search));

    await().atMost(PATIENCE).until(() -> state(search).equals("empty"));
    assertThat(receiver.requests("/savanna")).isEmpty();
  }

  @Test
  void noAddressOfThisNetworkIsAsked() throws Exception {
    for (String target :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "http://10.0.0.1/",
            "http://[::ffff:10.0.0.1]/",
            "http://[fd00:ec2::254]/")) {
      JsonNode search = save("To " + target, "q=tundra", target, "at-once", true);
      publish(news("tundra-" + id(search), "Tundra", "Of the tundra."));

      await().atMost(PATIENCE).until(() -> state(search).equals("given-up"));
      JsonNode attempts = deliveries(search).at("/items/0/attempts");
      assertThat(attempts).hasSize(1);
      assertThat(attempts.at("/0/problem").asText()).contains("may not be asked");
      assertThat(
              desk.ask("DELETE", "/api/searches/" + id(search), "Authorization", bearer())
                  .statusCode())
          .isEqualTo(204);
    }
  }

  @Test
  void whoWantsNothingMoreIsToldNothingMoreOfThat() throws Exception {
    try (Receiver gone = new Receiver()) {
      JsonNode search = save("Gone away", "q=volcano", gone.address("/gone"), "at-once", true);
      gone.answers(410);

      publish(news("volcano", "A volcano", "Of a volcano."));

      await().atMost(PATIENCE).until(() -> state(search).equals("given-up"));
      assertThat(gone.requests("/gone")).hasSize(1);
    }
  }

  @Test
  void whatWasOldWhenItWasFetchedIsNoNews() throws Exception {
    save("Archive", "q=waterfall", "/archive", "at-once", true);
    EnrichedArticle old =
        article("waterfall-old", "An old waterfall", "Of a waterfall.")
            .published("2019-05-01")
            .make();
    desk.archive().store(old);
    topic.send(old);
    EnrichedArticle now = publish(news("waterfall", "A waterfall", "Of a waterfall."));

    await().atMost(PATIENCE).until(() -> told("/archive").contains(now.article().id()));
    assertThat(told("/archive")).containsExactly(now.article().id());
  }

  private static ArticleMaker news(String path, String title, String text) {
    return article(path, title, text)
        .published(Instant.now().truncatedTo(ChronoUnit.DAYS).toString());
  }

  private static EnrichedArticle publish(ArticleMaker maker) throws Exception {
    EnrichedArticle article =
        maker.published(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).make();
    desk.archive().store(article);
    topic.send(article);
    return article;
  }

  /**
   * @param target an address, or a path on the receiver
   */
  private static JsonNode save(
      String name, String query, String target, String rhythm, boolean corrections)
      throws Exception {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("name", name)
            .put("query", query)
            .put("channel", "webhook")
            .put("target", target.startsWith("/") ? receiver.address(target) : target)
            .put("rhythm", rhythm)
            .put("corrections", corrections);
    HttpResponse<String> saved =
        desk.send("POST", "/api/searches", body.toString(), "Authorization", bearer());
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    return Json.MAPPER.readTree(saved.body());
  }

  private static String id(JsonNode search) {
    return search.get("id").asText();
  }

  private static @Nullable Request only(String path) {
    List<Request> requests = receiver.requests(path);
    return requests.isEmpty() ? null : requests.get(0);
  }

  /** Ids of the articles that were told at a path, in order; of a message that came again once. */
  private static List<String> told(String path) {
    Map<String, List<String>> byMessage = new java.util.LinkedHashMap<>();
    receiver
        .requests(path)
        .forEach(r -> byMessage.put(r.headers().get("webhook-id"), r.articles()));
    return byMessage.values().stream().flatMap(List::stream).toList();
  }

  private static String bearer() {
    try (Staff staff = new Staff(desk.config())) {
      return "Bearer "
          + new Tokens(staff.database())
              .make(staff.of("ida", Role.EDITOR), "test", Scope.WRITE, 1)
              .orElseThrow();
    }
  }

  private static String session() {
    try (Staff staff = new Staff(desk.config())) {
      return staff.session(staff.of("ida", Role.EDITOR));
    }
  }

  private static JsonNode deliveries(JsonNode search) {
    return desk.json("/api/searches/" + id(search) + "/deliveries");
  }

  private static String state(JsonNode search) {
    return deliveries(search).at("/items/0/state").asText();
  }

  private static boolean waits(JsonNode search) {
    return desk.archive().count("SELECT count(*) FROM search_alert WHERE search_id = ?", id(search))
        > 0;
  }

  private static JsonNode delivered(JsonNode search) {
    await().atMost(PATIENCE).until(() -> state(search).equals("delivered"));
    return deliveries(search).at("/items/0");
  }
}
