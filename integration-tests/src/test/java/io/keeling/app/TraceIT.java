package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keeling trace} on topics as the roles write them. */
class TraceIT {

  private static final String ARRIVED = "https://gazette.example/dam";
  private static final String REFUSED = "https://wall.example/private";
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private static Path directory;
  private static EmbeddedKafka kafka;
  private static KafkaProducer<String, byte[]> producer;
  private static String config;

  /** When what is written happens. What Kafka Streams writes has the time of what it came from. */
  private static long seconds;

  @BeforeAll
  static void write() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    config =
        Files.writeString(
                directory.resolve("keeling.yaml"),
                "kafka: {bootstrapServers: \"%s\"}\n".formatted(kafka.bootstrapServers()))
            .toString();
    producer =
        new KafkaProducer<>(
            connection.clientProperties(), new StringSerializer(), new ByteArraySerializer());
    writeArrived();
    writeRefused();
    writeOthers();
    producer.close();
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  private static void send(
      TopicSpec topic, String key, byte @Nullable [] value, String trace, Headers headers)
      throws Exception {
    HeaderValues.put(headers, HeaderNames.TRACE, trace);
    long at = NOON.plusSeconds(seconds).toEpochMilli();
    producer.send(new ProducerRecord<>(topic.name(), null, at, key, value, headers)).get();
  }

  private static void asked(String url, String trace) throws Exception {
    FetchRequest request =
        new FetchRequest(url, FetchPurpose.ARTICLE, "gazette", NOON, 1, null, null);
    send(
        Topics.FETCHES,
        "example",
        ContractSerdes.FETCH_REQUEST.serialize("", request),
        trace,
        new RecordHeaders());
  }

  private static void answered(String url, FetchOutcome outcome, int status, String trace)
      throws Exception {
    Page page =
        Page.builder(url, FetchPurpose.ARTICLE, "gazette", NOON, trace)
            .outcome(outcome, status)
            .problem(outcome == FetchOutcome.FETCHED ? null : "robots.txt of wall.example")
            .build();
    send(Topics.PAGES, "example", page.body(), trace, page.headers());
  }

  private static Article article(String url, String text) {
    return Article.of(
        url, new Outlet("gazette", "Gazette", "gazette.example"), "Dam", text, "en", NOON);
  }

  private static void writeArrived() throws Exception {
    Article article = article(ARRIVED, "The dam has opened its gates.");
    asked(ARRIVED, "trace-a");
    answered(ARRIVED, FetchOutcome.FETCHED, 200, "trace-a");
    send(
        Topics.ARTICLES,
        article.id(),
        ContractSerdes.ARTICLE.serialize("", article),
        "trace-a",
        new RecordHeaders());
    EnrichedArticle enriched =
        new EnrichedArticle(
            article,
            3,
            List.of(),
            List.of(),
            new Climate(ClimateGrade.MENTION, 0.4, List.of()),
            List.of(),
            null,
            new Enrichment("1", List.of()));
    send(
        Topics.ENRICHED,
        article.id(),
        ContractSerdes.ENRICHED_ARTICLE.serialize("", enriched),
        "trace-a",
        new RecordHeaders());
    seconds = 30;
    TagCorrection said =
        new TagCorrection(
            article.id(), CorrectedTag.TOPIC, "coal", "absent", "ida", NOON, null, null, null);
    send(
        Topics.CORRECTIONS,
        said.key(),
        ContractSerdes.TAG_CORRECTION.serialize("", said),
        "trace-s",
        new RecordHeaders());
    seconds = 60;
    Removal removal = new Removal(article.id(), true, "an order", NOON, ARRIVED);
    send(
        Topics.REMOVALS,
        article.id(),
        ContractSerdes.REMOVAL.serialize("", removal),
        "trace-r",
        new RecordHeaders());
    Headers removed = new RecordHeaders();
    HeaderValues.put(removed, HeaderNames.REMOVAL, "removed");
    send(Topics.ARTICLES, article.id(), null, "trace-r", removed);
    send(Topics.ENRICHED, article.id(), null, "trace-r", new RecordHeaders());
  }

  private static void writeRefused() throws Exception {
    asked(REFUSED, "trace-b");
    answered(REFUSED, FetchOutcome.DISALLOWED, 0, "trace-b");
    DeadLetter letter =
        DeadLetter.builder(
                Stage.READ,
                "too-short",
                "the text has 41 words, an article has at least 50",
                new RecordOrigin(Topics.PAGES.name(), 0, 1, "wall.example"),
                NOON)
            .about("gazette", REFUSED)
            .trace("trace-b")
            .build();
    send(
        Topics.DEAD_LETTERS,
        "wall.example",
        ContractSerdes.DEAD_LETTER.serialize("", letter),
        "trace-b",
        new RecordHeaders());
  }

  private static void writeOthers() throws Exception {
    Article other = article("https://gazette.example/other", "Something else.");
    asked(other.url(), "trace-c");
    answered(other.url(), FetchOutcome.FETCHED, 200, "trace-c");
    byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
    for (TopicSpec topic : Topics.ALL) {
      send(topic, "garbage", garbage, "trace-d", new RecordHeaders());
    }
  }

  private static CommandRun trace(String article) {
    return CommandRun.of("trace", article, "--config", config);
  }

  /** What stands behind the time of each line. */
  private static List<String> lines(CommandRun run) {
    assertThat(run.status()).as(run.err()).isZero();
    return run.out()
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("^\\S+ +", "").replaceAll(" +", " "))
        .toList();
  }

  @Test
  void anArticleIsFollowedFromItsRequestToItsRemoval() {
    List<String> lines = lines(trace(ARRIVED));

    assertThat(lines)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "fetches trace-a asked for as article of source gazette, try 1: "
                            + ARRIVED),
            line ->
                assertThat(line)
                    .isEqualTo("pages trace-a fetched with status 200, 0 bytes of " + ARRIVED),
            line -> assertThat(line).startsWith("articles trace-a version ").contains(ARRIVED),
            line ->
                assertThat(line)
                    .startsWith("enriched trace-a revision 3 of version ")
                    .endsWith(", climate mention, 0 topics, 0 names"),
            line -> assertThat(line).isEqualTo("corrections trace-s topic: absent"),
            line -> assertThat(line).isEqualTo("removals trace-r taken down: an order"),
            line -> assertThat(line).isEqualTo("articles trace-r removed"),
            line -> assertThat(line).isEqualTo("enriched trace-r taken down"));
    assertThat(lines(trace(ArticleIds.id(ARRIVED)))).isEqualTo(lines);
  }

  @Test
  void whatNeverArrivedSaysWhy() {
    assertThat(lines(trace(REFUSED)))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("fetches trace-b asked for"),
            line ->
                assertThat(line).isEqualTo("pages trace-b refused by robots.txt of wall.example"),
            line ->
                assertThat(line)
                    .matches(
                        "dead-letters trace-b not read: too-short, the text has 41 words, an"
                            + " article has at least 50 \\(keeling dead-letters show \\d-\\d+\\)"));
  }

  @Test
  void whatNobodyAskedForIsSaidSo() {
    CommandRun unknown = trace("https://gazette.example/unknown");

    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("no topic has a record about");
    assertThat(trace("gazette").err()).contains("is neither an article's id");
  }
}
