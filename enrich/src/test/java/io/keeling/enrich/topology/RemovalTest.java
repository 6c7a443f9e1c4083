package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.enrich.Articles;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What becomes of an article that is taken down. */
class RemovalTest extends TopologyDriven {

  private static final Article FIRST =
      Articles.article("gazette.example", "a", "Talks", "Climate talks began.");
  private static final Article SECOND =
      Articles.article("gazette.example", "a", "Talks", "Climate talks ended.");

  private void decide(String decision) {
    TestRecord<String, byte[]> record = new TestRecord<>(FIRST.id(), null);
    HeaderValues.put(record.headers(), HeaderNames.REMOVAL, decision);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-7");
    pipe(record);
  }

  @Test
  void itIsSaidOnceAndNoVersionComesBehindIt() {
    send(FIRST);
    decide("removed");
    send(SECOND);
    send(FIRST);

    List<TestRecord<String, EnrichedArticle>> records = enriched.readRecordsToList();
    assertThat(records).hasSize(2);
    assertThat(records.get(1).key()).isEqualTo(FIRST.id());
    assertThat(records.get(1).value()).isNull();
    assertThat(HeaderValues.get(records.get(1).headers(), HeaderNames.TRACE)).isEqualTo("trace-7");
    assertThat(records.get(1).headers().lastHeader(HeaderNames.REMOVAL)).isNull();
    assertThat(registry.counter("keeling.enrich.articles", "outcome", "removed").count())
        .isEqualTo(2);
  }

  @Test
  void itIsSaidOfAnArticleThatWasNeverSeenAndAgainWhenDecidedAgain() {
    decide("removed");
    decide("removed");
    send(FIRST);

    assertThat(enriched.readRecordsToList())
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.value()).isNull());
  }

  @Test
  void restoredItComesAgainAndItsRevisionsGoOn() {
    send(FIRST);
    decide("removed");
    decide("restored");
    send(FIRST);
    send(SECOND);

    List<TestRecord<String, EnrichedArticle>> records = enriched.readRecordsToList();
    assertThat(records).hasSize(4);
    assertThat(records.get(2).value().revision()).isEqualTo(2);
    assertThat(records.get(3).value().revision()).isEqualTo(3);
  }

  @Test
  void restoringWhatWasNotRemovedChangesNothing() {
    send(FIRST);
    decide("restored");
    send(FIRST);

    assertThat(enriched.readRecordsToList()).hasSize(1);
  }

  @Test
  void anArticleThatIsRestoredBeforeItWasEverSeenIsNew() {
    decide("removed");
    decide("restored");
    send(FIRST);

    List<TestRecord<String, EnrichedArticle>> records = enriched.readRecordsToList();
    assertThat(records.get(1).value().revision()).isEqualTo(1);
  }
}
