package io.keeling.sink.batch;

import static io.keeling.sink.Fixtures.FETCHED;
import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.sink.Fixtures;
import io.keeling.sink.reading.RecordReading;
import io.keeling.sink.reading.RecordReading.Buried;
import io.keeling.sink.reading.RecordReading.Remove;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritePlanTest {

  @Test
  void keepsEveryVersionAndMarksTheHighestRevision() {
    WritePlan plan = WritePlan.of(List.of(store(1, 1), store(1, 3), store(1, 2), store(2, 1)));
    assertThat(plan.rows())
        .extracting(
            row -> row.store().id(),
            row -> row.store().article().revision(),
            WritePlan.Row::current)
        .containsExactlyInAnyOrder(
            tuple(id(1), 1, false),
            tuple(id(1), 3, true),
            tuple(id(1), 2, false),
            tuple(id(2), 1, true));
  }

  @Test
  void aVersionThatWasTaggedAgainIsOneRow() {
    EnrichedArticle once = enriched(1, 1);
    EnrichedArticle again =
        new EnrichedArticle(
            once.article(),
            2,
            once.names(),
            once.countries(),
            once.climate(),
            once.topics(),
            once.story(),
            once.enrichment());
    assertThat(WritePlan.of(List.of(store(again), store(once))).rows())
        .extracting(row -> row.store().article().revision(), WritePlan.Row::current)
        .containsExactly(tuple(2, true));
  }

  @Test
  void wordsFetchedLastAreCurrentThoughTheirOlderFetchIsTaggedAgain() {
    Instant later = FETCHED.plusSeconds(60);
    Instant last = FETCHED.plusSeconds(120);
    // Fetched thrice: the words of before, others, and those of before again.
    WritePlan plan =
        WritePlan.of(
            List.of(
                store(enriched(1, 3, 1, last)),
                store(enriched(1, 4, 1, FETCHED)),
                store(enriched(1, 5, 2, later))));
    assertThat(plan.rows())
        .extracting(
            row -> row.store().article().revision(), WritePlan.Row::current, WritePlan.Row::kept)
        .containsExactlyInAnyOrder(
            tuple(3, true, false), tuple(4, false, true), tuple(5, false, true));
  }

  @Test
  void aTombstoneTakesWhatCameBeforeItOnly() {
    WritePlan plan =
        WritePlan.of(
            List.of(store(1, 1), store(2, 1), new Remove(id(1)), new Remove(id(2)), store(2, 4)));
    assertThat(plan.removed()).containsExactly(id(1), id(2));
    assertThat(plan.rows())
        .extracting(row -> row.store().id(), row -> row.store().article().revision())
        .containsExactly(tuple(id(2), 4));
  }

  @Test
  void leavesOutWhatCannotBeStored() {
    WritePlan plan = WritePlan.of(List.of(new Unreadable("unreadable", ""), new Buried()));
    assertThat(plan).isEqualTo(new WritePlan(List.of(), List.of()));
  }

  private static RecordReading store(int n, int revision) {
    return store(enriched(n, revision));
  }

  private static RecordReading store(EnrichedArticle article) {
    return new Store(article, Fixtures.json(article), null);
  }
}
