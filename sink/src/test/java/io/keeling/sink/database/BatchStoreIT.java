package io.keeling.sink.database;

import static io.keeling.sink.Fixtures.FETCHED;
import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static io.keeling.sink.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.sink.Servers;
import io.keeling.sink.TestDatabase;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.database.StoreOutcome.Failed;
import io.keeling.sink.database.StoreOutcome.Fenced;
import io.keeling.sink.database.StoreOutcome.Stored;
import io.keeling.sink.reading.RecordReading;
import io.keeling.sink.reading.RecordReading.Remove;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.Migrations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.class)
class BatchStoreIT {

  private static final TopicPartition PARTITION = new TopicPartition("keeling.enriched", 0);

  private TestDatabase database;
  private BatchStore store;
  private long next;

  @BeforeEach
  void open(TestDatabase empty) throws Exception {
    database = empty;
    Migrations.apply(database.config());
    store = new BatchStore(database.dataSource());
    next = store.offsets(List.of(PARTITION)).get(PARTITION);
  }

  @Test
  void storesAnArticleWithAllThatBelongsToIt() throws Exception {
    assertThat(write(store(enriched(1, 1)))).isEqualTo(new Stored(1));

    assertThat(
            database.rows(
                "SELECT id, revision, title, subtitle, authors[1], authors[2], published,"
                    + " published_at = '2026-11-23 12:00Z', sorted_at = published_at, language,"
                    + " keywords, text, image ->> 'caption', free, climate_grade, climate_score,"
                    + " story_id = id, trace, jsonb_exists(document, 'text'),"
                    + " document ->> 'correctionNote' FROM article"))
        .containsExactly(
            id(1)
                + "|1|Harbour wall 1 holds|A subtitle\twith a tab|Mira \"M\" Okafor|Jon \\ Berg"
                + "|2026-11-23|t|t|en|{\"sea level\",\"a,b\",\"\"}|Version 1.|The wall|t|main|0.9"
                + "|t|trace|f|This article was amended: it is 4%, not 3%.");
    assertThat(
            database.rows(
                "SELECT position, text, type, salience, mentions, wikidata, country, lat, lon"
                    + " FROM article_name ORDER BY position"))
        .containsExactly(
            "0|Mira Okafor|person|0.5|2|null|null|null|null",
            "1|Lagos|location|0.4|0|Q8673|NG|6.45|3.39");
    assertThat(database.rows("SELECT code, weight FROM article_country")).containsExactly("NG|1");
    assertThat(database.rows("SELECT topic_id, grade, score FROM article_topic ORDER BY 3 DESC"))
        .containsExactly("sea-level|main|0.8", "adaptation|mention|0.4");
    String document = database.rows("SELECT document FROM article_version").get(0);
    assertThat(Json.MAPPER.readValue(document, EnrichedArticle.class)).isEqualTo(enriched(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "1899-12-31", "9999-12-31"})
  void aDateThatCannotBeIsNotStoredAndLosesNoArticle(String date) throws Exception {
    String json = Json.MAPPER.writeValueAsString(enriched(1, 1)).replace("2026-11-23", date);
    EnrichedArticle dated = Json.MAPPER.readValue(json, EnrichedArticle.class);
    assertThat(dated.article().publishedAt()).hasToString(date);

    assertThat(write(store(dated))).isEqualTo(new Stored(1));

    assertThat(database.rows("SELECT published, published_at, sorted_at = fetched_at FROM article"))
        .containsExactly("null|null|t");
  }

  @Test
  void whatHasNoDateIsSortedByWhenItWasFirstSeenHoweverOftenItIsFetched() throws Exception {
    Instant later = FETCHED.plusSeconds(3600);
    write(undated(enriched(1, 1, 1, FETCHED)));
    write(undated(enriched(1, 2, 2, later)));
    write(undated(enriched(2, 1, 1, FETCHED)), undated(enriched(2, 2, 2, later)));
    assertThat(database.rows("SELECT revision, sorted_at = '%s' FROM article".formatted(FETCHED)))
        .containsExactly("2|t", "2|t");

    write(store(enriched(1, 3, 3, later)));
    assertThat(database.rows("SELECT sorted_at = published_at FROM article WHERE revision = 3"))
        .as("it has a date now")
        .containsExactly("t");
  }

  private static RecordReading undated(EnrichedArticle article) throws Exception {
    ObjectNode json = Json.MAPPER.valueToTree(article);
    json.remove("publishedAt");
    return store(Json.MAPPER.treeToValue(json, EnrichedArticle.class));
  }

  @Test
  void aNewerRevisionReplacesAndKeepsTheVersionBefore() {
    write(store(enriched(1, 1)));
    EnrichedArticle second = enriched(1, 2);
    write(
        store(
            new EnrichedArticle(
                second.article(),
                2,
                List.of(second.names().get(1)),
                List.of(),
                second.climate(),
                List.of(),
                null,
                second.enrichment())));

    assertThat(database.rows("SELECT revision, text, story_id FROM article"))
        .containsExactly("2|Version 2.|null");
    assertThat(database.rows("SELECT position, text FROM article_name")).containsExactly("0|Lagos");
    assertThat(database.rows("SELECT * FROM article_topic")).isEmpty();
    assertThat(database.rows("SELECT * FROM article_country")).isEmpty();
    assertThat(versions()).containsExactly("1|Version 1.", "2|Version 2.");
  }

  @Test
  void anOlderRevisionIsKeptAsAVersionAndNeverCurrent() {
    write(store(enriched(1, 5)));
    assertThat(write(store(enriched(1, 4)))).isEqualTo(new Stored(0));
    assertThat(write(store(enriched(1, 5)))).isEqualTo(new Stored(0));

    assertThat(database.rows("SELECT revision, text FROM article")).containsExactly("5|Version 5.");
    assertThat(versions()).containsExactly("4|Version 4.", "5|Version 5.");
    assertThat(database.rows("SELECT count(*) FROM article_name")).containsExactly("2");
  }

  @Test
  void revisionsThatComeTogetherLeaveTheHighestCurrent() {
    write(store(enriched(1, 1)), store(enriched(1, 3)), store(enriched(1, 2)));

    assertThat(database.rows("SELECT revision FROM article")).containsExactly("3");
    assertThat(versions()).containsExactly("1|Version 1.", "2|Version 2.", "3|Version 3.");
  }

  @Test
  void versionsThatAreTaggedAgainNeverShowOlderWordsInBetween() {
    Instant later = FETCHED.plusSeconds(60);
    write(store(enriched(1, 1, 1, FETCHED)), store(enriched(1, 2, 2, later)));

    assertThat(write(store(enriched(1, 3, 1, FETCHED)))).isEqualTo(new Stored(0));
    assertThat(database.rows("SELECT revision, text FROM article")).containsExactly("2|Version 2.");
    assertThat(versions()).containsExactly("2|Version 2.", "3|Version 1.");

    assertThat(write(store(enriched(1, 4, 2, later)))).isEqualTo(new Stored(1));
    assertThat(database.rows("SELECT revision, text FROM article")).containsExactly("4|Version 2.");
    assertThat(versions()).containsExactly("3|Version 1.", "4|Version 2.");
  }

  @Test
  void whatWasFetchedLastIsCurrentWhateverComesBehindItInTheBatch() {
    write(
        store(enriched(1, 1, 1, FETCHED)),
        store(enriched(1, 2, 2, FETCHED.plusSeconds(60))),
        store(enriched(1, 3, 1, FETCHED)));

    assertThat(database.rows("SELECT revision, text FROM article")).containsExactly("2|Version 2.");
    assertThat(versions()).containsExactly("2|Version 2.", "3|Version 1.");
  }

  @Test
  void aBatchLeadsToWhatItsRecordsLeadToOneByOne() {
    Instant later = FETCHED.plusSeconds(60);
    List<RecordReading> readings =
        List.of(
            store(enriched(1, 3, 1, FETCHED.plusSeconds(120))),
            store(enriched(1, 4, 1, FETCHED)),
            store(enriched(1, 5, 2, later)));
    readings.forEach(this::write);
    List<String> oneByOne = database.rows("SELECT revision, fetched_at, text FROM article");
    List<String> versions = versions();
    assertThat(write(new Remove(id(1)))).isEqualTo(new Stored(0));

    assertThat(write(readings.toArray(RecordReading[]::new))).isEqualTo(new Stored(1));

    assertThat(database.rows("SELECT revision, fetched_at, text FROM article"))
        .isEqualTo(oneByOne)
        .singleElement()
        .asString()
        .startsWith("3|")
        .endsWith("|Version 1.");
    assertThat(versions()).isEqualTo(versions).containsExactly("4|Version 1.", "5|Version 2.");
  }

  @Test
  void aTombstoneRemovesAllOfAnArticleAndNothingElse() {
    write(store(enriched(1, 1)), store(enriched(2, 1)));
    database.execute("INSERT INTO collection (id, name) VALUES ('c', 'Coal')");
    for (int i = 1; i <= 2; i++) {
      database.execute(
          "INSERT INTO collection_article (collection_id, article_id, added_by, note)"
              + " VALUES ('c', '%s', 'ida', 'Ask.')".formatted(id(i)));
    }
    write(store(enriched(1, 2)), new Remove(id(1)));

    for (String table :
        List.of("article_version", "article_name", "article_topic", "collection_article")) {
      assertThat(database.rows("SELECT DISTINCT article_id FROM " + table)).containsExactly(id(2));
    }
    assertThat(database.rows("SELECT id FROM article")).containsExactly(id(2));
  }

  @Test
  void fieldsThatThisReleaseDoesNotKnowAreKept() throws Exception {
    ObjectNode newer = (ObjectNode) Json.MAPPER.readTree(json(enriched(1, 1)));
    newer.put("mood", "calm");
    write(new Store(enriched(1, 1), Json.MAPPER.writeValueAsBytes(newer), null));

    for (String table : List.of("article", "article_version")) {
      assertThat(database.rows("SELECT document ->> 'mood' FROM " + table)).containsExactly("calm");
    }
  }

  @Test
  void absentListsAreEmptyOnes() throws Exception {
    ObjectNode bare = (ObjectNode) Json.MAPPER.readTree(json(enriched(1, 1)));
    bare.putNull("names").remove("countries");
    write(new Store(enriched(1, 1), Json.MAPPER.writeValueAsBytes(bare), null));

    assertThat(database.rows("SELECT revision FROM article")).containsExactly("1");
    assertThat(database.rows("SELECT * FROM article_name")).isEmpty();
    assertThat(database.rows("SELECT * FROM article_country")).isEmpty();
  }

  @Test
  void aTextLongerThanATsvectorIsStored() {
    String text = String.join(" ", IntStream.range(0, 300_000).mapToObj(i -> "word" + i).toList());
    assertThat(write(store(enriched(1, 1, "en", "Long", text)))).isEqualTo(new Stored(1));
    assertThat(database.rows("SELECT length(text) FROM article"))
        .containsExactly(String.valueOf(text.length()));
  }

  @Test
  void aRefusedRecordLeavesNothingBehindNotEvenTheOffset() {
    assertThat(write(store(enriched(1, 1)), store(enriched(2, 1, "en", "a\u0000b", "x"))))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.failure())
                    .extracting(DatabaseFailure::remedy)
                    .isEqualTo(Remedy.LEAVE_OUT));
    assertThat(database.rows("SELECT * FROM article")).isEmpty();
    assertThat(offset()).isEqualTo("0");
  }

  @Test
  void aSinkWhoseOffsetsWereMovedByAnotherStoresNothing() {
    write(store(enriched(1, 1)));
    StoreOutcome outcome =
        store.store(
            WritePlan.of(List.of(store(enriched(2, 1)))),
            Map.of(PARTITION, 0L),
            Map.of(PARTITION, 9L));
    assertThat(outcome).isEqualTo(new Fenced());
    assertThat(database.rows("SELECT id FROM article")).containsExactly(id(1));
    assertThat(offset()).isEqualTo("1");
  }

  @Test
  void whoHasNoOffsetsStoresWithout() {
    WritePlan plan = WritePlan.of(List.of(store(enriched(1, 1))));
    assertThat(store.store(plan, Map.of(), Map.of())).isEqualTo(new Stored(1));
    assertThat(offset()).isEqualTo("0");
  }

  @Test
  void fiveHundredArticlesAreOneBatch() {
    RecordReading[] readings =
        IntStream.range(0, 500).mapToObj(n -> store(enriched(n, 1))).toArray(RecordReading[]::new);
    assertThat(write(readings)).isEqualTo(new Stored(500));
    assertThat(database.rows("SELECT count(DISTINCT article_id) FROM article_topic"))
        .containsExactly("500");
    assertThat(offset()).isEqualTo("500");
  }

  private StoreOutcome write(RecordReading... readings) {
    long after = next + readings.length;
    StoreOutcome outcome =
        store.store(
            WritePlan.of(List.of(readings)), Map.of(PARTITION, next), Map.of(PARTITION, after));
    if (outcome instanceof Stored) {
      next = after;
    }
    return outcome;
  }

  private static Store store(EnrichedArticle article) {
    return new Store(article, json(article), "trace");
  }

  private List<String> versions() {
    return database.rows(
        "SELECT revision, document ->> 'text' FROM article_version ORDER BY revision");
  }

  private String offset() {
    return database.rows("SELECT next_offset FROM consumer_offset").get(0);
  }
}
