package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressClockTest {

  private static final Duration STEP = Duration.ofSeconds(5);

  private final ProgressClock clock =
      new ProgressClock(STEP.multipliedBy(3), Duration.ofMinutes(6));
  private long nanos = 17;

  @Test
  void whatHasWorkAndFinishesNoneStallsForAsLongAsItWasSeenSo() {
    for (int i = 0; i < 12; i++) {
      after(STEP, busy("task 0_1", 7));
    }

    List<Stall> stalls = after(STEP, busy("task 0_1", 7));

    assertThat(stalls).singleElement().extracting(Stall::lasting).isEqualTo(Duration.ofMinutes(1));
    assertThat(stalls.get(0)).hasToString("task 0_1, at p-0, offset 7");
  }

  @Test
  void whatFinishesSomethingNowAndThenGoesOnHoweverSlowItIs() {
    for (int i = 0; i < 100; i++) {
      after(STEP, busy("task", i / 5));
    }

    assertThat(after(STEP, busy("task", 21))).isEmpty();
  }

  @Test
  void whatHasNothingToDoIsIdle() {
    after(STEP, busy("task", 7));
    after(STEP, busy("task", 7));

    assertThat(after(STEP, idle("task", 7))).isEmpty();

    // Nor does the time before count when a record comes.
    assertThat(after(STEP, busy("task", 7))).isEmpty();
    assertThat(after(STEP, busy("task", 7))).hasSize(1);
  }

  @Test
  void aStallThatIsExcusedIsToldAndCountsForNoRestart() {
    after(STEP, busy("task", 7));
    nanos += STEP.toNanos();
    clock.observe(List.of(busy("task", 7)), false, true, nanos);

    assertThat(after(STEP, busy("task", 7)))
        .containsExactly(new Stall(busy("task", 7), STEP.multipliedBy(2), STEP));
  }

  @Test
  void theClockStandsWhileSomethingIsAwayAndGoesOnWhereItStood() {
    after(STEP, busy("task", 7));
    after(STEP, busy("task", 7));
    for (int i = 0; i < 100; i++) {
      observe(STEP, true, busy("task", 7));
    }

    assertThat(after(STEP, busy("task", 7)))
        .singleElement()
        .extracting(Stall::lasting)
        .isEqualTo(STEP.multipliedBy(2));
  }

  @Test
  void aTaskWhoseThreadFailsAtTheSameRecordAgainAndAgainMakesNoProgress() {
    after(STEP, busy("task", 7));
    for (int i = 0; i < 6; i++) {
      after(STEP);
      after(STEP, busy("task", 7));
    }

    assertThat(after(STEP, busy("task", 7)))
        .singleElement()
        .extracting(Stall::lasting)
        .isEqualTo(STEP.multipliedBy(7));
  }

  @Test
  void aTaskThatComesBackFromAnotherInstanceHasMadeProgressThere() {
    after(STEP, busy("task", 7));
    after(STEP, busy("task", 7));
    after(STEP);

    assertThat(after(STEP, busy("task", 900))).isEmpty();
  }

  @Test
  void ofTheTimeInWhichTheProcessStoodStillItselfLittleCounts() {
    after(STEP, busy("task", 7));

    assertThat(after(Duration.ofHours(8), busy("task", 7)))
        .singleElement()
        .extracting(Stall::lasting)
        .isEqualTo(STEP.multipliedBy(3));
  }

  @Test
  void oneThatStandsIsNotHiddenByOthersThatGoOn() {
    for (int i = 0; i < 5; i++) {
      after(STEP, busy("one", i), busy("other", 3));
    }

    assertThat(after(STEP, busy("one", 9), busy("other", 3)))
        .extracting(stall -> stall.activity().worker())
        .containsExactly("other");
  }

  @Test
  void whatIsGoneForLongIsForgotten() {
    after(STEP, busy("task", 7));
    after(STEP, busy("task", 7));
    after(Duration.ofMinutes(7));

    assertThat(after(STEP, busy("task", 7))).isEmpty();
  }

  private static Activity busy(String worker, long done) {
    return new Activity(worker, true, done, "at p-0, offset " + done);
  }

  private static Activity idle(String worker, long done) {
    return new Activity(worker, false, done, "");
  }

  private List<Stall> after(Duration time, Activity... seen) {
    return observe(time, false, seen);
  }

  private List<Stall> observe(Duration time, boolean standing, Activity... seen) {
    nanos += time.toNanos();
    return clock.observe(List.of(seen), standing, false, nanos);
  }
}
