package io.keeling.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.frontier.SourcePolicy;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.listing.ListedLink;
import io.keeling.ingest.source.Cadence;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a source counts as dead or silent. */
class SourceHealthTest {

  private static final SourceHealthConfig CONFIG = SourceHealthConfig.defaults();
  private static final SourcePolicy POLICY = new SourcePolicy(ScheduleConfig.defaults());
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private Instant now = START;
  private SourceState state = POLICY.changed(null, source(SourceKind.FEED), now);

  private static Source source(SourceKind kind) {
    return new Source("news", kind, "https://news.example/", "The News", "en", null, null);
  }

  private void polled(FetchOutcome outcome, boolean news, List<ListedLink> links) {
    Page page =
        Page.builder("https://news.example/", FetchPurpose.FEED, "news", now, "t")
            .outcome(outcome, 200)
            .problem(outcome == FetchOutcome.UNREACHABLE ? "unknown host" : null)
            .build();
    Cadence cadence = Cadence.of(links);
    state = POLICY.polled(state, new PageRead(page, news, null, cadence, null), now);
  }

  private void answers(boolean news) {
    polled(FetchOutcome.FETCHED, news, List.of());
  }

  private void fails() {
    polled(FetchOutcome.UNREACHABLE, false, List.of());
  }

  private SourceHealth after(Duration time) {
    now = now.plus(time);
    return SourceHealth.of(state, null, CONFIG, now);
  }

  @Test
  void aSourceIsNewUntilItIsLookedAt() {
    assertThat(after(Duration.ofHours(1)).condition()).isEqualTo(Condition.NEW);
    assertThat(after(Duration.ZERO).since()).isEqualTo(START);
  }

  @Test
  void aSourceThatFailsIsFailingAndAfterADayDeadSinceTheFirstFailureWithTheReason() {
    answers(true);
    now = now.plus(Duration.ofHours(1));
    Instant failed = now;
    fails();
    assertThat(after(Duration.ofHours(20)).condition()).isEqualTo(Condition.FAILING);
    fails();
    SourceHealth health = after(Duration.ofHours(5));

    assertThat(health.condition()).isEqualTo(Condition.DEAD);
    assertThat(health.since()).isEqualTo(failed);
    assertThat(health.reason()).isEqualTo("unreachable: unknown host");
    assertThat(health.reasonCode()).isEqualTo("unknown-host");
    assertThat(health.failures()).isEqualTo(2);

    answers(false);
    assertThat(after(Duration.ZERO).condition()).isEqualTo(Condition.WELL);
  }

  @Test
  void aSourceThatIsOftenAwayForTwoDaysIsDeadOnlyAfterFour() {
    answers(true);
    fails();
    now = now.plus(Duration.ofDays(2));
    answers(false);
    fails();

    assertThat(after(Duration.ofDays(3)).condition()).isEqualTo(Condition.FAILING);
    assertThat(after(Duration.ofDays(2)).condition()).isEqualTo(Condition.DEAD);
  }

  @Test
  void aDailySourceIsSilentAfterThreeDaysAndAWeeklyOneAfterTwoWeeks() {
    for (int day = 0; day < 5; day++) {
      answers(true);
      now = now.plus(Duration.ofDays(1));
    }
    answers(false);
    assertThat(after(Duration.ofDays(1)).condition()).isEqualTo(Condition.WELL);
    answers(false);
    SourceHealth health = after(Duration.ofDays(2));
    assertThat(health.condition()).isEqualTo(Condition.SILENT);
    assertThat(health.since()).isEqualTo(START.plus(Duration.ofDays(4)));
    assertThat(health.reason())
        .isEqualTo(
            "answers, but has had nothing new for more than 3 days;"
                + " usually something comes within 24 hours");

    state = POLICY.changed(null, source(SourceKind.FEED), now);
    for (int week = 0; week < 4; week++) {
      answers(true);
      now = now.plus(Duration.ofDays(7));
    }
    assertThat(after(Duration.ofDays(6)).condition()).isEqualTo(Condition.WELL);
    assertThat(after(Duration.ofDays(2)).condition()).isEqualTo(Condition.SILENT);
  }

  @Test
  void aLongHolidayIsLearnedAndFadesAway() {
    answers(true);
    now = now.plus(Duration.ofDays(1));
    answers(true);
    now = now.plus(Duration.ofDays(10));
    answers(true);
    assertThat(after(Duration.ofDays(9)).condition()).isEqualTo(Condition.WELL);
    answers(true);
    for (int day = 0; day < 60; day++) {
      now = now.plus(Duration.ofDays(1));
      answers(true);
    }

    assertThat(after(Duration.ofDays(4)).condition()).isEqualTo(Condition.SILENT);
  }

  @Test
  void noSilenceIsUsualBeyondTheLongest() {
    answers(true);
    now = now.plus(Duration.ofDays(300));
    answers(true);

    assertThat(after(CONFIG.longest()).condition()).isEqualTo(Condition.WELL);
    assertThat(after(Duration.ofHours(1)).condition()).isEqualTo(Condition.SILENT);
  }

  @Test
  void aFeedThatWasAbandonedBeforeWeCameIsSilentAtTheFirstLookByItsOwnDates() {
    Instant last = START.minus(Duration.ofDays(200));
    polled(FetchOutcome.FETCHED, true, daily(last, 20));
    SourceHealth health = after(Duration.ofMinutes(1));

    assertThat(health.condition()).isEqualTo(Condition.SILENT);
    assertThat(health.since()).isEqualTo(last);
  }

  @Test
  void aMonthlyFeedIsKnownForOneByItsOwnDates() {
    Instant last = START.minus(Duration.ofDays(20));
    List<ListedLink> links =
        IntStream.range(0, 6).mapToObj(i -> link(last.minus(Duration.ofDays(30L * i)))).toList();
    polled(FetchOutcome.FETCHED, true, links);

    assertThat(after(Duration.ofDays(20)).condition()).isEqualTo(Condition.WELL);
    assertThat(after(Duration.ofDays(6)).condition()).isEqualTo(Condition.SILENT);
  }

  @Test
  void datesAheadOfUsAreNoNewsFromTheFuture() {
    polled(FetchOutcome.FETCHED, true, daily(START.plus(Duration.ofDays(900)), 3));

    assertThat(after(Duration.ZERO).newsAt()).isEqualTo(START);
  }

  @Test
  void aSingleArticleOwesNoNews() {
    state = POLICY.changed(null, source(SourceKind.PAGE), now);
    answers(false);

    assertThat(after(Duration.ofDays(300)).condition()).isEqualTo(Condition.WELL);
  }

  private static List<ListedLink> daily(Instant last, int count) {
    return IntStream.range(0, count)
        .mapToObj(day -> link(last.minus(Duration.ofDays(day))))
        .toList();
  }

  private static ListedLink link(Instant published) {
    return new ListedLink("https://news.example/" + published, null, published, null);
  }
}
