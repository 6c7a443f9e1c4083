package io.keeling.desk.saved.alert;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.config.DeskConfigBuilder;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import io.keeling.desk.saved.alert.Receiver.Request;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.search.testing.ArticleMaker;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A desk that follows a topic, and a receiver of what it tells. All tests of a JVM share one, so
 * each looks for words and asks at a path of its own.
 */
final class FollowedDesk implements AutoCloseable {

  /** What the promise is: "within five seconds of the row"; the machine of a build is busy. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final EmbeddedKafka kafka;
  private final String database = Desks.database();
  private final EnrichedTopic topic;
  private final Receiver receiver;
  private RunningDesk desk;
  private int desks;

  private FollowedDesk() throws Exception {
    directory = Files.createTempDirectory("keeling-followed");
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    topic = new EnrichedTopic(kafka);
    topic.make();
    receiver = new Receiver();
    desk = another();
    desk.archive().sinkIsAt(EnrichedTopic.PARTITIONS, 1_000_000);
  }

  /** Another desk on the same topic and database, which the test closes. */
  RunningDesk another() {
    return another(usual -> usual);
  }

  private RunningDesk another(UnaryOperator<DeskConfigBuilder> change) {
    return RunningDesk.following(
        database, directory.resolve("search-" + desks++), topic.connection(), change);
  }

  /** Opens the desk again, which the test has closed. */
  void open() {
    desk = another();
  }

  /** Closes the desk, and opens it again, set otherwise. */
  void restart(UnaryOperator<DeskConfigBuilder> change) throws Exception {
    desk.close();
    desk = another(change);
  }

  RunningDesk desk() {
    return desk;
  }

  EnrichedTopic topic() {
    return topic;
  }

  DataSource database() {
    return RunningDesk.dataSource(database);
  }

  Receiver receiver() {
    return receiver;
  }

  static ArticleMaker news(String path, String title, String text) {
    return article(path, title, text)
        .published(Instant.now().truncatedTo(ChronoUnit.DAYS).toString());
  }

  EnrichedArticle publish(ArticleMaker maker) throws Exception {
    EnrichedArticle article =
        maker.published(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).make();
    desk.archive().store(article);
    topic.send(article);
    return article;
  }

  /**
   * @param target an address, or a path on the receiver
   */
  JsonNode save(String name, String query, String target, String rhythm, boolean corrections)
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

  /**
   * A search that tells two webhooks at once.
   *
   * @param first an address, or a path on the receiver
   * @param second likewise
   */
  JsonNode save(String name, String query, String first, String second) throws Exception {
    ObjectNode body = Json.MAPPER.createObjectNode().put("name", name).put("query", query);
    ArrayNode channels = body.putArray("channels");
    for (String target : List.of(first, second)) {
      channels
          .addObject()
          .put("channel", "webhook")
          .put("target", target.startsWith("/") ? receiver.address(target) : target);
    }
    HttpResponse<String> saved =
        desk.send("POST", "/api/searches", body.toString(), "Authorization", bearer());
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    return Json.MAPPER.readTree(saved.body());
  }

  static String id(JsonNode search) {
    return search.get("id").asText();
  }

  @Nullable Request only(String path) {
    List<Request> requests = receiver.requests(path);
    return requests.isEmpty() ? null : requests.get(0);
  }

  /** Ids of the articles that were told at a path, in order; of a message that came again once. */
  List<String> told(String path) {
    Map<String, List<String>> byMessage = new LinkedHashMap<>();
    receiver
        .requests(path)
        .forEach(r -> byMessage.put(r.headers().get("webhook-id"), r.articles()));
    return byMessage.values().stream().flatMap(List::stream).toList();
  }

  String bearer() {
    try (Staff staff = new Staff(desk)) {
      return "Bearer "
          + new Tokens(staff.database())
              .make(staff.of("ida", Role.EDITOR), "test", Scope.WRITE, 1)
              .orElseThrow();
    }
  }

  String session() {
    try (Staff staff = new Staff(desk)) {
      return staff.session(staff.of("ida", Role.EDITOR));
    }
  }

  JsonNode deliveries(JsonNode search) {
    return desk.json("/api/searches/" + id(search) + "/deliveries");
  }

  String state(JsonNode search) {
    return deliveries(search).at("/items/0/state").asText();
  }

  boolean waits(JsonNode search) {
    return desk.archive().count("SELECT count(*) FROM search_alert WHERE search_id = ?", id(search))
        > 0;
  }

  JsonNode delivered(JsonNode search) {
    await().atMost(PATIENCE).until(() -> state(search).equals("delivered"));
    return deliveries(search).at("/items/0");
  }

  @Override
  public void close() throws Exception {
    desk.close();
    receiver.close();
    topic.close();
    kafka.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Hands tests the desk that all share. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == FollowedDesk.class;
    }

    @Override
    public FollowedDesk resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(FollowedDesk.class))
          .computeIfAbsent(FollowedDesk.class, key -> open(), FollowedDesk.class);
    }

    private static FollowedDesk open() {
      try {
        return new FollowedDesk();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
