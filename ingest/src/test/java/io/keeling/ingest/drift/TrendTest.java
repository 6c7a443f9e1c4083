package io.keeling.ingest.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** When a source has lost a part of its articles, and when it has not. */
class TrendTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private static Trend after(Trend before, YieldPart part, int times, IntUnaryOperator value) {
    Trend trend = before;
    for (int i = 0; i < times; i++) {
      trend = trend.with(part, value.applyAsInt(i), START);
    }
    return trend;
  }

  private static Trend usual(YieldPart part, int value) {
    return after(Trend.NONE, part, Trend.WINDOW + Trend.LEAST, i -> value);
  }

  @Test
  void whatAllHadAndNoneHasIsLostAfterHalfAWindow() {
    Trend fifteen = after(usual(YieldPart.AUTHOR, 100), YieldPart.AUTHOR, 15, i -> 0);
    assertThat(fifteen.lostSince()).isNull();

    assertThat(fifteen.with(YieldPart.AUTHOR, 0, START).lostSince()).isEqualTo(START);
  }

  @Test
  void nothingIsLostBeforeItIsKnownWhatIsUsual() {
    Trend few = after(Trend.NONE, YieldPart.AUTHOR, Trend.LEAST - 1, i -> 100);

    assertThat(after(few, YieldPart.AUTHOR, 32, i -> 0).lostSince()).isNull();
  }

  @Test
  void whatNeverWasThereIsNotLost() {
    assertThat(after(Trend.NONE, YieldPart.AUTHOR, 200, i -> 0).lostSince()).isNull();
  }

  @Test
  void aLengthIsLostAtLessThanHalf() {
    Trend long1 = usual(YieldPart.LENGTH, YieldPart.length(4_000));

    assertThat(after(long1, YieldPart.LENGTH, 32, i -> YieldPart.length(2_200)).lostSince())
        .isNull();
    assertThat(after(long1, YieldPart.LENGTH, 32, i -> YieldPart.length(1_900)).lostSince())
        .isNotNull();
  }

  @Test
  void whatFewHadIsNotLostWhenNoneHasItForAWhile() {
    Trend tenth = after(Trend.NONE, YieldPart.AUTHOR, 300, i -> i % 10 == 0 ? 100 : 0);

    assertThat(after(tenth, YieldPart.AUTHOR, 32, i -> 0).lostSince()).isNull();
  }

  @Test
  void chanceLosesNothingInAYearOfANewspaper() {
    for (int percent : new int[] {10, 30, 50, 70, 90, 97}) {
      Random random = new Random(percent);
      Trend trend = Trend.NONE;
      for (int i = 0; i < 20_000; i++) {
        trend = trend.with(YieldPart.AUTHOR, random.nextInt(100) < percent ? 100 : 0, START);
        assertThat(trend.lostSince()).as("at %s of 100, article %s", percent, i).isNull();
      }
    }
  }

  @Test
  void whatComesBackIsLostNoMore() {
    Trend lost = after(usual(YieldPart.DATE, 100), YieldPart.DATE, 40, i -> 0);

    assertThat(after(lost, YieldPart.DATE, 20, i -> 100).lostSince()).isNull();
  }

  @Test
  void afterAWeekWhatComesNowIsUsual() {
    Trend lost = after(usual(YieldPart.DATE, 100), YieldPart.DATE, 400, i -> 0);
    assertThat(lost.lostSince()).isEqualTo(START);

    Trend later = lost.with(YieldPart.DATE, 0, START.plus(Duration.ofDays(8)));
    assertThat(later.lostSince()).isNull();
    assertThat(after(later, YieldPart.DATE, 100, i -> 0).lostSince()).isNull();
  }
}
