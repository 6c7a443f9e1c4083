package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Articles;
import io.keeling.enrich.EnrichConfig;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {

  private static final AnnotatorResources RESOURCES = AnnotatorResources.load();

  @TempDir Path directory;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> articles;
  private TestOutputTopic<String, EnrichedArticle> enriched;
  private TestOutputTopic<String, DeadLetter> deadLetters;

  @BeforeEach
  void start() {
    start(RESOURCES);
  }

  private void start(AnnotatorResources resources) {
    EnrichMeters meters = new EnrichMeters(registry);
    EnrichConfig config =
        new EnrichConfig(
            "test", directory, 1, Duration.ofMillis(100), Duration.ofSeconds(1), 0, null);
    Properties settings = StreamsSettings.of(KafkaConnection.to("none:0"), config, meters);
    // The driver's producer forgets what a deserialisation handler wrote into a transaction; that
    // the real one keeps it is EnrichIT's to show.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            EnrichTopology.build(() -> new Annotator(resources), meters), settings);
    articles =
        driver.createInputTopic(
            Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer());
    enriched =
        driver.createOutputTopic(
            Topics.ENRICHED.name(), new StringDeserializer(), ContractSerdes.ENRICHED_ARTICLE);
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new StringDeserializer(), ContractSerdes.DEAD_LETTER);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void versionsOfAnArticleAreNumberedAndKeepItsKey() {
    Article first = Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
    Article second = Articles.article("gazette.example", "a", "Talks", "Climate talks ended.");

    send(first);
    send(second);

    List<TestRecord<String, EnrichedArticle>> records = enriched.readRecordsToList();
    assertThat(records).extracting(TestRecord::key).containsExactly(first.id(), first.id());
    assertThat(records).extracting(r -> r.value().revision()).containsExactly(1, 2);
    assertThat(records).extracting(r -> r.value().article()).containsExactly(first, second);
  }

  @Test
  void traceAndSchemaTravelInTheHeaders() {
    send(Articles.article("gazette.example", "a", "Talks", "Climate talks began."));

    var headers = enriched.readRecord().headers();

    assertThat(HeaderValues.get(headers, HeaderNames.TRACE)).isEqualTo("trace-1");
    assertThat(HeaderValues.get(headers, HeaderNames.SCHEMA)).isEqualTo("enriched-article/1");
    assertThat(headers.headers(HeaderNames.SCHEMA)).hasSize(1);
  }

  @Test
  void versionSeenBeforePassesNothingOn() {
    Article first = Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
    Article second = Articles.article("gazette.example", "a", "Talks", "Climate talks ended.");

    send(first);
    send(second);
    send(first);
    send(second);

    assertThat(enriched.readValuesToList()).hasSize(2);
    assertThat(registry.counter("keeling.enrich.articles", "outcome", "seen-before").count())
        .isEqualTo(2);
  }

  @Test
  void newerEnrichmentPassesEveryVersionOnAgainInOrder() {
    Article first = Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
    Article second = Articles.article("gazette.example", "a", "Talks", "Climate talks ended.");
    send(first);
    send(second);
    enriched.readValuesToList();

    AnnotatorResources newer = newerResources();
    restartWith(newer);
    sendAgain(second, first);
    sendAgain(second, second);
    send(first);

    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactly(first, second);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(3, 4);
    assertThat(again)
        .extracting(e -> e.enrichment().version())
        .containsOnly(newer.version())
        .doesNotContain(RESOURCES.version());
  }

  @Test
  void wordsFetchedBeforeTheLastOnesNeverTakeTheirPlace() {
    Article old = at("2019-03-01T00:00:00Z", "Climate talks are planned.");
    Article current = at("2026-11-24T09:00:00Z", "Climate talks ended.");
    send(current);
    send(old);

    assertThat(enriched.readValuesToList())
        .extracting(EnrichedArticle::article)
        .containsExactly(current);
    assertThat(registry.counter("keeling.enrich.articles", "outcome", "late").count()).isOne();

    restartWith(newerResources());
    send(old);
    assertThat(enriched.isEmpty()).as("not at another enrichment either").isTrue();
  }

  @Test
  void aVersionThatWasOvertakenComesOutWhenItIsSentAgainAndTheNewestStaysLast() {
    // Given a version that came behind a newer one, as a dead letter does that is replayed late
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    Article second = at("2026-11-24T10:00:00Z", "Climate talks ended.");
    Article third = at("2026-11-24T11:00:00Z", "Climate talks failed.");
    send(first);
    send(third);
    send(second);
    sendAgain(second, second);
    assertThat(enriched.readValuesToList())
        .as("not alone, for it would be the last")
        .extracting(EnrichedArticle::article)
        .containsExactly(first, third);

    // When all versions are sent again, twice
    List<Article> all = List.of(first, second, third);
    all.forEach(version -> sendAgain(third, version));

    // Then it comes out, and whoever keeps the highest revision keeps the newest words
    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactlyElementsOf(all);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(1, 3, 4);
    all.forEach(version -> sendAgain(third, version));
    assertThat(enriched.readValuesToList()).containsExactlyElementsOf(again);
  }

  @Test
  void aChangeThatIsTakenBackIsNewsAgain() {
    send(at("2026-11-24T09:00:00Z", "Climate talks began."));
    send(at("2026-11-24T10:00:00Z", "Climate talks ended."));
    Article back = at("2026-11-24T11:00:00Z", "Climate talks began.");
    send(back);
    send(back);

    List<EnrichedArticle> passed = enriched.readValuesToList();
    assertThat(passed).extracting(EnrichedArticle::revision).containsExactly(1, 2, 3);
    assertThat(passed.get(2).article()).isEqualTo(back);
  }

  @Test
  void versionsSentAgainAreOvertakenByANewerOne() {
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    Article second = at("2026-11-24T10:00:00Z", "Climate talks ended.");
    send(first);
    send(second);
    enriched.readValuesToList();
    restartWith(newerResources());
    Article third = at("2026-11-24T11:00:00Z", "Climate talks failed.");
    sendAgain(second, first);
    send(third);
    sendAgain(second, second);

    assertThat(enriched.readValuesToList())
        .extracting(EnrichedArticle::article)
        .containsExactly(first, third);

    // Sent once more, now with the newest one: nothing is missing, and the newest comes last.
    List.of(first, second, third).forEach(version -> sendAgain(third, version));
    List<EnrichedArticle> again = enriched.readValuesToList();
    assertThat(again).extracting(EnrichedArticle::article).containsExactly(first, second, third);
    assertThat(again).extracting(EnrichedArticle::revision).containsExactly(3, 5, 6);
  }

  @Test
  void aVersionThatIsSentAgainAloneAtANewerEnrichmentStaysBehindTheNewestOne() {
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    send(first);
    send(at("2026-11-24T10:00:00Z", "Climate talks ended."));
    enriched.readValuesToList();
    restartWith(newerResources());

    send(first);

    assertThat(enriched.isEmpty()).isTrue();
  }

  @Test
  void whatIsSentAgainComesOutUnderTheRevisionItHad() {
    List<Article> versions =
        List.of(
            at("2026-11-24T09:00:00Z", "Climate talks began."),
            at("2026-11-24T10:00:00Z", "Climate talks ended."),
            at("2026-11-24T11:00:00Z", "Climate talks go on."),
            at("2026-11-24T12:00:00Z", "Climate talks ended."));
    versions.forEach(this::send);
    List<EnrichedArticle> before = enriched.readValuesToList();
    Article newest = versions.get(3);

    List<Article> each = List.of(versions.get(0), versions.get(2), newest);
    for (int round = 0; round < 2; round++) {
      each.forEach(version -> sendAgain(newest, version));
      assertThat(enriched.readValuesToList())
          .containsExactly(before.get(0), before.get(2), before.get(3));
    }
    send(newest);
    assertThat(enriched.isEmpty()).as("not unless it is asked for").isTrue();
  }

  @Test
  void statesOfTheLastReleaseAreUnderstood() throws Exception {
    VersionState state =
        Json.MAPPER.readValue(
            """
            {"enrichment": "1", "revision": 7, "registry": "en", "seen": ["a", "b", "c"]}""",
            VersionState.class);
    assertThat(state.revisionOf("a")).isEqualTo(5);
    assertThat(state.revisionOf("c")).isEqualTo(7);
    assertThat(state.earlier()).isEmpty();
  }

  private static Article at(String fetchedAt, String text) {
    return Articles.article("gazette.example", "a", "Talks", text, Instant.parse(fetchedAt));
  }

  @Test
  void bytesThatAreNoArticleBecomeADeadLetterAndTheNextOneGoesOn() {
    byte[] poison = "{\"id\": 7".getBytes(StandardCharsets.UTF_8);
    var record = new TestRecord<>("k", poison);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-9");

    articles.pipeInput(record);
    send(Articles.article("gazette.example", "a", "Talks", "Climate talks began."));

    TestRecord<String, DeadLetter> letter = deadLetters.readRecord();
    assertThat(letter.key()).isEqualTo("k");
    assertThat(letter.value().stage()).isEqualTo(Stage.ENRICH);
    assertThat(letter.value().reason()).isEqualTo("unreadable");
    assertThat(letter.value().message()).contains("Article");
    assertThat(letter.value().origin().topic()).isEqualTo(Topics.ARTICLES.name());
    assertThat(letter.value().origin().offset()).isZero();
    assertThat(letter.value().trace()).isEqualTo("trace-9");
    assertThat(letter.value().payload()).isEqualTo(poison);
    assertThat(HeaderValues.get(letter.headers(), HeaderNames.SCHEMA)).isEqualTo("dead-letter/1");
    assertThat(enriched.readValuesToList()).hasSize(1);
    assertThat(registry.counter("keeling.enrich.dead.letters", "reason", "unreadable").count())
        .isEqualTo(1);
  }

  @Test
  void articleUnderAnothersKeyBecomesADeadLetterThatCanBeReplayed() {
    Article article = Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
    byte[] bytes = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article);

    articles.pipeInput("someone-else", bytes);

    DeadLetter letter = deadLetters.readValue();
    assertThat(letter.reason()).isEqualTo("wrong-key");
    assertThat(letter.payload()).isEqualTo(bytes);
    assertThat(letter.origin().key()).isEqualTo("someone-else");
    assertThat(letter.exception()).endsWith("UnusableRecordException");
    assertThat(letter.sourceId()).isEqualTo(article.source().id());
    assertThat(letter.url()).isEqualTo(article.url());
    assertThat(enriched.isEmpty()).isTrue();
  }

  @Test
  void recordWithoutValueBecomesADeadLetter() {
    articles.pipeInput("k", null);

    assertThat(deadLetters.readValue().reason()).isEqualTo("no-value");
  }

  @Test
  void outletsThatTellTheSameTextShareAStory() {
    String report = sentences(0, 30);
    send(Articles.article("agency.example", "1", "Dam", report));
    send(Articles.article("other.example", "1", "Fair", sentences(500, 530)));
    send(Articles.article("gazette.example", "9", "Dam!", report + "\n\nReporting by the agency."));
    send(Articles.article("gazette.example", "10", "Dam again", report));

    List<EnrichedArticle> tagged = enriched.readValuesToList();
    String founder = tagged.get(0).article().id();
    assertThat(tagged)
        .extracting(EnrichedArticle::story)
        .containsExactly(
            new Story(founder, true, 1),
            new Story(tagged.get(1).article().id(), true, 1),
            new Story(founder, false, 2),
            new Story(founder, false, 2));
  }

  @Test
  void shortTextHasNoStory() {
    send(Articles.article("agency.example", "1", "Dam", "The dam broke."));

    assertThat(enriched.readValue().story()).isNull();
  }

  private void send(Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SCHEMA, "article/1");
    articles.pipeInput(record);
  }

  /** Sends a version again, as one of several of which another may be the newest. */
  private void sendAgain(Article newest, Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SENT_AGAIN, newest.fetchedAt().toString());
    articles.pipeInput(record);
  }

  /** Starts over with the versions store as it was, as a process does. */
  private void restartWith(AnnotatorResources resources) {
    Map<String, VersionState> kept = new HashMap<>();
    try (var all = driver.<String, VersionState>getKeyValueStore(Stores.VERSIONS).all()) {
      all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
    }
    driver.close();
    start(resources);
    KeyValueStore<String, VersionState> versions = driver.getKeyValueStore(Stores.VERSIONS);
    kept.forEach(versions::put);
  }

  private static AnnotatorResources newerResources() {
    Taxonomy built = TaxonomyReader.builtIn();
    return AnnotatorResources.load(
        new Taxonomy(
            built.version(),
            "newer",
            built.groups(),
            built.ignore(),
            built.climate(),
            built.topics()));
  }

  private static String sentences(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "Gate " + i + " of the dam opened at " + (i * 7) + " and water ran out.")
        .collect(Collectors.joining(" "));
  }
}
