package io.keeling.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.PaceConfig;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.frontier.state.SourceState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How intervals and waits grow, shrink and spread, as the operator sets it. */
class PaceTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Duration FADING = Duration.ofDays(14);
  private static final Source SOURCE =
      new Source("news", SourceKind.FEED, "https://news.example/", "The News", "en", null, null);

  private static ScheduleConfig schedule(double spread, double backoffSpread) {
    return ScheduleConfig.defaults().withPace(new PaceConfig(2, 0.5, spread, 3, backoffSpread));
  }

  private static SourceState polled(SourcePolicy policy, SourceState before, boolean news) {
    Instant now = before.due();
    Page page = Page.builder(SOURCE.url(), FetchPurpose.FEED, "news", now, "t").build();
    return policy.polled(before, new PageRead(page, news, null, null, null), now);
  }

  @Test
  void intervalsGrowWithoutNewsAndShrinkWithThem() {
    SourcePolicy policy = new SourcePolicy(schedule(0, 0), FADING);
    SourceState first = polled(policy, policy.changed(null, SOURCE, START), true);
    Duration usual = ScheduleConfig.defaults().firstInterval();
    assertThat(Duration.between(START, first.due())).isEqualTo(usual);

    SourceState quiet = polled(policy, first, false);
    SourceState quieter = polled(policy, quiet, false);
    assertThat(Duration.between(first.due(), quiet.due())).isEqualTo(usual.multipliedBy(2));
    assertThat(Duration.between(quiet.due(), quieter.due())).isEqualTo(usual.multipliedBy(4));

    SourceState busy = polled(policy, quieter, true);
    assertThat(Duration.between(quieter.due(), busy.due())).isEqualTo(usual.multipliedBy(2));
  }

  @Test
  void pollsSpreadByTheirShare() {
    SourcePolicy policy = new SourcePolicy(schedule(0.5, 0), FADING);
    SourceState first = polled(policy, policy.changed(null, SOURCE, START), true);
    Duration usual = ScheduleConfig.defaults().firstInterval();

    assertThat(Duration.between(START, first.due()))
        .isNotEqualTo(usual)
        .isBetween(usual.dividedBy(2), usual.multipliedBy(3).dividedBy(2));
  }

  @Test
  void waitsGrowByTheirFactorUpToTheLongest() {
    Backoff backoff = Backoff.of(schedule(0, 0));
    assertThat(backoff.after("news", 1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(backoff.after("news", 2)).isEqualTo(Duration.ofMinutes(3));
    assertThat(backoff.after("news", 3)).isEqualTo(Duration.ofMinutes(9));
    assertThat(backoff.after("news", Integer.MAX_VALUE)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void waitsSpreadByTheirShare() {
    Backoff backoff = Backoff.of(schedule(0, 0.5));
    Duration minute = Duration.ofMinutes(1);
    assertThat(backoff.after("a", 1)).isNotEqualTo(backoff.after("b", 1));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.after("source-" + i, 1))
          .isBetween(minute.dividedBy(2), minute.multipliedBy(3).dividedBy(2));
    }
  }
}
