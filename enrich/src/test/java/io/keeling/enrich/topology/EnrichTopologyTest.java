package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Articles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest extends TopologyDriven {

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
  void statesWithFieldsOfAnotherReleaseAreUnderstood() throws Exception {
    VersionState state =
        Json.MAPPER.readValue(
            """
            {"enrichment": "1", "revision": 7, "registry": "en", "seen": ["a", "b", "c"],
             "newest": null, "revisions": [5, 6, 7], "earlier": ["d"]}\
            """,
            VersionState.class);
    assertThat(state.revisionOf("a")).isEqualTo(5);
    assertThat(state.revisionOf("c")).isEqualTo(7);
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

  private static String sentences(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "Gate " + i + " of the dam opened at " + (i * 7) + " and water ran out.")
        .collect(Collectors.joining(" "));
  }
}
