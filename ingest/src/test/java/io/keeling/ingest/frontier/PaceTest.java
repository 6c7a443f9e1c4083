package io.keeling.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How intervals and waits grow, shrink and spread. */
class PaceTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Source SOURCE =
      new Source("news", SourceKind.FEED, "https://news.example/", "The News", "en", null, null);

  private static SourceState polled(SourcePolicy policy, SourceState before, boolean news) {
    Instant now = before.due();
    Page page = Page.builder(SOURCE.url(), FetchPurpose.FEED, "news", now, "t").build();
    return policy.polled(before, new PageRead(page, news, null, null, null), now);
  }

  @Test
  void intervalsGrowWithoutNewsAndShrinkWithThem() {
    SourcePolicy policy = new SourcePolicy(ScheduleConfig.defaults());
    SourceState first = polled(policy, policy.changed(null, SOURCE, START), true);
    assertThat(first.interval()).isEqualTo(Duration.ofMinutes(15));

    SourceState quiet = polled(policy, first, false);
    SourceState quieter = polled(policy, quiet, false);
    assertThat(quiet.interval()).isCloseTo(Duration.ofSeconds(1170), Duration.ofMillis(1));
    assertThat(quieter.interval()).isCloseTo(Duration.ofSeconds(1521), Duration.ofMillis(2));

    SourceState busy = polled(policy, quieter, true);
    assertThat(busy.interval()).isCloseTo(Duration.ofMillis(1_064_700), Duration.ofMillis(2));
  }

  @Test
  void pollsSpreadByATenth() {
    SourcePolicy policy = new SourcePolicy(ScheduleConfig.defaults());
    SourceState first = polled(policy, policy.changed(null, SOURCE, START), true);

    assertThat(Duration.between(START, first.due()))
        .isNotEqualTo(first.interval())
        .isCloseTo(first.interval(), first.interval().dividedBy(10));
  }

  @Test
  void waitsDoubleUpToTheLongestAndSpreadByAQuarter() {
    Backoff backoff = Backoff.of(ScheduleConfig.defaults());
    assertThat(backoff.after("a", 1)).isNotEqualTo(backoff.after("b", 1));
    for (int i = 0; i < 100; i++) {
      for (int failures = 1; failures < 6; failures++) {
        Duration middle = Duration.ofMinutes(1L << (failures - 1));
        assertThat(backoff.after("source-" + i, failures)).isCloseTo(middle, middle.dividedBy(4));
      }
      assertThat(backoff.after("source-" + i, Integer.MAX_VALUE))
          .isBetween(Duration.ofHours(18), Duration.ofDays(1));
    }
  }
}
