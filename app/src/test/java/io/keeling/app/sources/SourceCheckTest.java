package io.keeling.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.health.Condition;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.source.SourceHistory;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final SourceHealthConfig CONFIG = SourceHealthConfig.defaults();

  private static final Yield YIELD =
      new Yield(32, 97, 50, null, 1200, Map.of("date", NOW, "author", NOW));

  private static Source source(String id) {
    return new Source(id, SourceKind.FEED, "https://" + id + ".example/", id, null, null, null);
  }

  private static SourceState failing(String id, Instant since) {
    return SourceState.unknown(source(id), since).failed("unreachable", null, since, NOW);
  }

  private static SourceState well(String id, Instant at) {
    SourceHistory history = new SourceHistory(at, at, at, null, null, null, null);
    return SourceState.unknown(source(id), at)
        .succeeded(history, at, NOW, Duration.ZERO, null, null);
  }

  @Test
  void everySourceOfTheCatalogueIsThereTheWorstFirstAndNoOther() {
    List<SourceHealth> all =
        SourceCheck.of(
            List.of(source("a"), source("b"), source("c"), source("d")),
            List.of(
                well("a", NOW.minusSeconds(60)),
                failing("b", NOW.minus(Duration.ofDays(3))),
                failing("c", NOW.minusSeconds(60)),
                failing("gone", NOW.minus(Duration.ofDays(9)))),
            Map.of("a", YIELD),
            CONFIG,
            NOW);

    assertThat(all)
        .extracting(SourceHealth::id, SourceHealth::condition)
        .containsExactly(
            tuple("b", Condition.DEAD),
            tuple("c", Condition.FAILING),
            tuple("d", Condition.NEW),
            tuple("a", Condition.WELL));
    assertThat(all).extracting(SourceHealth::gives).containsExactly(null, null, null, YIELD);
    assertThat(YIELD.text())
        .isEqualTo(
            "97 % articles, 50 % with authors, 1,200 characters; half or less: author, date");
  }

  @Test
  void ofASourceThatMovedTheLastLookCounts() {
    List<SourceHealth> all =
        SourceCheck.of(
            List.of(source("a")),
            List.of(well("a", NOW.minusSeconds(60)), failing("a", NOW.minus(Duration.ofDays(3)))),
            Map.of("a", YIELD),
            CONFIG,
            NOW);

    assertThat(all).extracting(SourceHealth::condition).containsExactly(Condition.WELL);
  }
}
