package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code keeling articles}, as an operator runs it beside all roles. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArticleRemovalIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String LAKE = "https://lake.example/a";
  private static final String RIVER = "https://river.example/b";
  private static final String LAKE_ID = ArticleIds.id(LAKE);
  private static final String RIVER_ID = ArticleIds.id(RIVER);

  /** Where the desk gives articles out; both articles have the word in their title. */
  private static final List<String> LISTS =
      List.of(
          "/?q=falls",
          "/api/articles?q=falls",
          "/api/export.csv?q=falls",
          "/api/export.jsonl?q=falls",
          "/feed.atom?q=falls",
          "/feed.json?q=falls");

  @TempDir private static Path directory;
  private static Pipeline pipeline;
  private static List<Integer> ports;
  private static String config;

  @BeforeAll
  static void start() throws Exception {
    ports = FreePorts.find(7);
    String yaml =
        """
        embedded: {directory: "%s", kafkaPort: %d, postgresPort: %d}
        desk: {port: %d}
        health: {ingestPort: %d, enrichPort: %d, sinkPort: %d, deskPort: %d}
        """
            .formatted(
                directory.resolve("data"),
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                ports.get(5),
                ports.get(6));
    pipeline =
        Pipeline.start(
            ConfigLoader.ofText("the settings of the test", yaml, Map.of()), List.of(), step -> {});
    config =
        Files.writeString(
                directory.resolve("keeling.yaml"),
                "kafka: {bootstrapServers: \"127.0.0.1:%d\"}\n".formatted(ports.get(0)))
            .toString();
  }

  @AfterAll
  static void stop() {
    pipeline.close();
  }

  private static String run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  /** Imports a page under the source of its outlet. */
  private static void importPage(String url, String sentence) throws Exception {
    String host = URI.create(url).getHost();
    importPage(url, host.replaceFirst("\\..*", ""), sentence);
  }

  private static void importPage(String url, String source, String sentence) throws Exception {
    Path page =
        Files.writeString(
            directory.resolve(source + ".html"),
            "<html lang=en><head><title>The "
                + source
                + " falls</title><link rel=canonical href=\""
                + url
                + "\"></head><body><article><h1>The "
                + source
                + " falls</h1>"
                + ("<p>" + sentence.repeat(4) + "</p>").repeat(5)
                + "</article></body></html>");
    run("import", page.toString(), "--source", source);
  }

  /** Paused, as nobody answers there. */
  private static void watch(String id, String url) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka())) {
      catalogue.put(new Source(id, SourceKind.FEED, url, "The river", null, null, null, true));
    }
  }

  private static HttpResponse<String> desk(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(2) + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** What a counter of the process stands at. */
  private static double counted(String series) throws Exception {
    String metrics =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(3) + "/metrics"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  private static long rows(String table, String id) throws Exception {
    String column = table.equals("article") ? "id" : "article_id";
    return number("SELECT count(*) FROM " + table + " WHERE " + column + " = '" + id + "'");
  }

  private static long number(String sql) throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + ports.get(1) + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static KafkaConnection kafka() {
    return KafkaConnection.to("127.0.0.1:" + ports.get(0));
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String topic, String id) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicScan scan = new TopicScan(kafka(), topic, null)) {
      scan.forEachRemaining(
          record -> {
            if (record.key() != null
                && new String(record.key(), StandardCharsets.UTF_8).equals(id)) {
              records.add(record);
            }
          });
    }
    return records;
  }

  /** Whether nothing of an article follows the record that takes it down. */
  private static boolean endsWithRemoval(String topic, String id) {
    List<ConsumerRecord<byte[], byte[]>> records = records(topic, id);
    return !records.isEmpty() && records.get(records.size() - 1).value() == null;
  }

  private static void assertGone() throws Exception {
    assertThat(rows("article", LAKE_ID)).isZero();
    assertThat(rows("article_version", LAKE_ID)).isZero();
    assertThat(desk("/api/articles/" + LAKE_ID).statusCode()).isEqualTo(404);
    assertThat(desk("/api/articles/" + LAKE_ID + "/versions").body()).doesNotContain("lake");
    for (String path : LISTS) {
      assertThat(desk(path).body())
          .as(path)
          .contains("river.example")
          .doesNotContain("lake.example");
    }
    for (String path : List.of("/corrections.atom?q=falls", "/api/facets?q=falls")) {
      HttpResponse<String> answer = desk(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).doesNotContain("lake");
    }
    for (String table : List.of("article_name", "article_country", "article_topic")) {
      assertThat(rows(table, LAKE_ID)).as(table).isZero();
    }
    assertThat(endsWithRemoval(Topics.ARTICLES.name(), LAKE_ID)).isTrue();
    assertThat(endsWithRemoval(Topics.ENRICHED.name(), LAKE_ID)).isTrue();
  }

  @Test
  @Order(1)
  void anArticleIsTakenDownWithAllItsVersions() throws Exception {
    importPage(LAKE, "The lake behind the dam has fallen by eleven metres since May. ");
    importPage(RIVER, "The river of the valley has fallen for the third week in a row. ");
    await().atMost(PATIENCE).until(() -> rows("article", LAKE_ID) + rows("article", RIVER_ID) == 2);
    importPage(LAKE, "The lake behind the dam has fallen by twelve metres since May. ");
    await().atMost(PATIENCE).until(() -> rows("article_version", LAKE_ID) == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> desk("/api/articles?q=falls").body().contains("lake.example"));

    assertThat(run("articles", "remove", LAKE, "--reason", "an order", "--dry-run"))
        .contains(LAKE_ID + "  " + LAKE, "Nothing was decided.");
    assertThat(run("articles", "remove", LAKE, "--reason", "an order")).contains("Taken down: 1.");

    await().atMost(PATIENCE).untilAsserted(ArticleRemovalIT::assertGone);
    List<ConsumerRecord<byte[], byte[]>> decided = records(Topics.REMOVALS.name(), LAKE_ID);
    Removal removal =
        Objects.requireNonNull(
            ContractSerdes.REMOVAL.deserialize(
                Topics.REMOVALS.name(), decided.get(decided.size() - 1).value()));
    assertThat(removal.removed()).isTrue();
    assertThat(removal.reason()).isEqualTo("an order");
    assertThat(removal.url()).isEqualTo(LAKE);
  }

  @Test
  @Order(2)
  void neitherReprocessingNorAnotherFetchNorAReplayBringsItBack() throws Exception {
    double before = counted("keeling_ingest_articles_total{result=\"removed\"}");
    importPage(LAKE, "The lake behind the dam has fallen by eleven metres since May. ");
    importPage(LAKE, "The lake behind the dam has risen by a metre since Monday. ");
    await()
        .atMost(PATIENCE)
        .until(() -> counted("keeling_ingest_articles_total{result=\"removed\"}") >= before + 2);
    run("reprocess", "pages", "--all");
    run("reprocess", "articles", "--all", "--rebuild");
    // As a dead letter that is replayed, or a reprocessing that had begun before.
    ConsumerRecord<byte[], byte[]> old = records(Topics.ARTICLES.name(), LAKE_ID).get(0);
    assertThat(old.value()).isNotNull();
    double refused = counted("keeling_enrich_articles_total{outcome=\"removed\"}");
    send(old);
    await()
        .atMost(PATIENCE)
        .until(() -> counted("keeling_enrich_articles_total{outcome=\"removed\"}") == refused + 1);
    importPage(RIVER, "The river of the valley has risen again after the rain of Sunday. ");
    await().atMost(PATIENCE).until(() -> rows("article_version", RIVER_ID) == 2);

    assertThat(rows("article", LAKE_ID)).isZero();
    assertThat(rows("article_version", LAKE_ID)).isZero();
    assertThat(desk("/api/articles/" + LAKE_ID).statusCode()).isEqualTo(404);
    assertThat(desk("/api/articles?q=falls").body()).doesNotContain("lake.example");
    assertThat(endsWithRemoval(Topics.ENRICHED.name(), LAKE_ID)).isTrue();
    assertThat(records(Topics.ARTICLES.name(), LAKE_ID).stream().filter(r -> r.value() != null))
        .as("two versions, and the one that this test sent")
        .hasSize(3);
  }

  private static void send(ConsumerRecord<byte[], byte[]> record) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> again =
          new ProducerRecord<>(
              record.topic(), null, record.key(), record.value(), record.headers());
      HeaderValues.put(again.headers(), HeaderNames.SENT_AGAIN, "2030-01-01T00:00:00Z");
      producer.send(again).get();
    }
  }

  @Test
  @Order(3)
  void whatIsRestoredMayComeAgain() throws Exception {
    assertThat(run("articles", "restore", LAKE_ID, "--reason", "settled"))
        .contains("May come again: 1.");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              List<ConsumerRecord<byte[], byte[]>> records =
                  records(Topics.ARTICLES.name(), LAKE_ID);
              return "restored"
                  .equals(
                      HeaderValues.get(
                          records.get(records.size() - 1).headers(), HeaderNames.REMOVAL));
            });

    importPage(LAKE, "The lake behind the dam has risen by a metre since Monday. ");

    await().atMost(PATIENCE).until(() -> rows("article", LAKE_ID) == 1);
    assertThat(number("SELECT revision FROM article WHERE id = '" + LAKE_ID + "'"))
        .as("revisions go on")
        .isEqualTo(3);
  }

  @Test
  @Order(4)
  void whatIsSaidOfItsTagsReachesTheDeskAndGoesWithIt() throws Exception {
    JsonNode before = article(LAKE_ID);
    assertThat(before.at("/climate/grade").asText()).isNotEqualTo("mention");

    String said =
        run("corrections", "add", LAKE, "--tag", "climate", "--says", "mention", "--by", "ida");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(grade()).isEqualTo("mention by editor"));
    JsonNode corrected = article(LAKE_ID);
    assertThat(corrected.path("revision").asInt()).isEqualTo(before.path("revision").asInt() + 1);
    assertThat(corrected.path("version")).isEqualTo(before.path("version"));
    assertThat(corrected.at("/corrections/0/says").asText()).isEqualTo("mention");
    assertThat(corrected.toString()).doesNotContain("ida");
    await()
        .atMost(PATIENCE)
        .until(() -> desk("/api/articles?q=falls&climate=mention").body().contains("lake.example"));
    assertThat(desk("/articles/" + LAKE_ID).body()).contains("Corrected by editors");
    assertThat(run("corrections", "list", LAKE_ID)).contains("climate: mention (ida, ");

    Path labels = directory.resolve("labels.jsonl");
    assertThat(run("corrections", "export", labels.toString())).contains("1 articles");
    JsonNode label = Json.MAPPER.readTree(Files.readString(labels));
    assertThat(label.path("article").asText()).isEqualTo(LAKE_ID);
    assertThat(label.path("grade").asText()).isEqualTo("mention");
    assertThat(label.path("text").asText()).contains("The lake behind the dam");

    run("corrections", "undo", said.strip().replaceFirst("(?s).* ", ""));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(grade()).isEqualTo(before.at("/climate/grade").asText() + " by "));

    run("corrections", "add", LAKE, "--tag", "article", "--says", "absent");
    await().atMost(PATIENCE).until(() -> grade().equals("none by editor"));
    run("articles", "remove", LAKE, "--reason", "an order");
    await().atMost(PATIENCE).until(() -> rows("article", LAKE_ID) == 0);
    assertThat(run("corrections", "list", LAKE_ID)).isBlank();
  }

  private static JsonNode article(String id) throws Exception {
    return Json.MAPPER.readTree(desk("/api/articles/" + id).body());
  }

  private static String grade() throws Exception {
    JsonNode climate = article(LAKE_ID).path("climate");
    return climate.path("grade").asText() + " by " + climate.path("by").asText();
  }

  @Test
  @Order(5)
  void allOfASourceGoesAndWhatIsNotThereIsRefused() throws Exception {
    String sports = "https://river.example/sports";
    String markets = "https://river.example/markets";
    importPage(sports, "river-sports", "The boats of the river club stay ashore this summer. ");
    importPage(markets, "river-markets", "Grain waits at the river for barges that cannot load. ");
    watch("river-sports", "https://river.example/sports/feed");
    watch("river-markets", "https://feeds.elsewhere.example/river");
    List<String> others = List.of(ArticleIds.id(sports), ArticleIds.id(markets));
    await()
        .atMost(PATIENCE)
        .until(() -> rows("article", others.get(0)) + rows("article", others.get(1)) == 2);

    assertThat(run("articles", "remove", "river", "--reason", "the outlet asked for it"))
        .contains(RIVER_ID, "Taken down: 1.")
        .contains(
            "2 more of river.example came from other sources (river-markets, river-sports):",
            "keeling articles remove --outlet river.example");
    await().atMost(PATIENCE).until(() -> rows("article", RIVER_ID) == 0);

    assertThat(
            run(
                "articles",
                "remove",
                "--outlet",
                "river.example",
                "--reason",
                "the outlet asked for it"))
        .contains(others)
        .contains("No longer watching river-sports.")
        .doesNotContain("No longer watching river-markets")
        .contains(
            "at other addresses",
            "led to: river-markets (1). To end one: keeling sources remove ID")
        .contains("Taken down: 3.");
    await()
        .atMost(PATIENCE)
        .until(() -> rows("article", others.get(0)) + rows("article", others.get(1)) == 0);

    CommandRun none =
        CommandRun.of("articles", "remove", "nobody", "--reason", "x", "--config", config);
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("keeling.articles has no article of nobody.");
    CommandRun empty =
        CommandRun.of("articles", "remove", LAKE_ID, "--reason", " ", "--config", config);
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).contains("--reason: a reason has 1 to 1000 characters");
  }
}
