package io.keeling.search.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keeling.search.budget.SearchRefusedException.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Duration LITTLE = Duration.ofMillis(20);
  private static final Duration MUCH = Duration.ofMinutes(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Reason> refused = new ArrayList<>();

  @AfterEach
  void end() {
    Budget.ofThread(null);
  }

  @Test
  void whoeverHasTakenAllOfItGetsNoFurtherAndIsCountedOnce() {
    Budgets budgets = new Budgets(LITTLE, meters);
    budgets.begin();

    assertThat(reasonFor(BudgetTest::workWithoutEnd)).isEqualTo(Reason.SPENT);
    assertThat(reasonFor(BudgetTest::workWithoutEnd)).isEqualTo(Reason.SPENT);

    assertThat(meters.get("keeling.desk.searches.refused").tag("reason", "spent").counter())
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));

    budgets.begin();
    try (Budget.Question next = Budget.question()) {
      Budget.check();
    }
  }

  @Test
  void aQuestionWithinAnotherIsLookedAtToo() {
    Budget.ofThread(new Budget(LITTLE, turns(1, 1), refused::add));
    assertThat(
            reasonFor(
                () -> {
                  burn(LITTLE.multipliedBy(2));
                  try (Budget.Question within = Budget.question()) {
                    refused.clear();
                  }
                }))
        .isEqualTo(Reason.SPENT);
  }

  @Test
  void whatNobodyAskedForHasNoLimit() {
    try (Budget.Question question = Budget.question()) {
      burn(LITTLE.multipliedBy(2));
      Budget.check();
    }
  }

  @Test
  void threadsThatHelpTakeOfTheSame() throws Exception {
    Budget.ofThread(new Budget(LITTLE, turns(1, 1), refused::add));
    try (Budget.Question question = Budget.question()) {
      FutureTask<Object> piece = new FutureTask<>(BudgetTest::workWithoutEnd, null);
      Thread helper = new Thread(Budget.carriedWork(piece));
      helper.start();
      helper.join();
      assertThatThrownBy(piece::get).hasCauseInstanceOf(SearchRefusedException.class);
    }
    assertThat(reasonFor(() -> {})).as("of the one who asks, too").isEqualTo(Reason.SPENT);
    assertThat(refused).containsExactly(Reason.SPENT);
  }

  @Test
  void aPartThatAnotherThreadMakesIsOfTheSameRequest() throws Exception {
    Budget.ofThread(new Budget(LITTLE, turns(1, 1), refused::add));
    FutureTask<Reason> part = new FutureTask<>(() -> reasonFor(BudgetTest::workWithoutEnd));
    Thread other = new Thread(Budget.carried(part));
    other.start();
    assertThat(part.get()).isEqualTo(Reason.SPENT);
    assertThat(reasonFor(() -> {})).isEqualTo(Reason.SPENT);
  }

  @Test
  void aWalkMayTakeAsMuchForEachStretch() {
    Budget.ofThread(new Budget(LITTLE, turns(1, 1), refused::add));
    assertThat(reasonFor(BudgetTest::workWithoutEnd)).isEqualTo(Reason.SPENT);
    Budget.renew();
    try (Budget.Question next = Budget.question()) {
      Budget.check();
    }
  }

  @Test
  void whatTakesLongWaitsForItsTurnAndWhatIsShortDoesNot() {
    Turns turns = turns(1, 0);
    turns.take();
    Budget.ofThread(new Budget(MUCH, turns, refused::add));
    try (Budget.Question question = Budget.question()) {
      burn(Duration.ofMillis(5));
      Budget.check();
    }

    assertThat(reasonFor(BudgetTest::workWithoutEnd)).isEqualTo(Reason.BUSY);
    assertThat(refused).containsExactly(Reason.BUSY);
  }

  @Test
  void whatIsSaidToTakeLongWaitsBeforeItBegins() {
    Turns turns = turns(1, 0);
    turns.take();
    Budget.ofThread(new Budget(MUCH, turns, refused::add));
    assertThat(reasonFor(Budget::takesLong)).isEqualTo(Reason.BUSY);
    turns.end();
    try (Budget.Question question = Budget.question()) {
      Budget.takesLong();
      Budget.takesLong();
      assertThatThrownBy(turns::take).isInstanceOf(SearchRefusedException.class);
    }
    turns.take();
  }

  @Test
  void aTurnEndsWithTheQuestionAndWhileOneWaitsForAnother() {
    Turns turns = turns(1, 0);
    Budget.ofThread(new Budget(MUCH, turns, refused::add));
    try (Budget.Question question = Budget.question()) {
      burn(Duration.ofMillis(300));
      Budget.check();
      assertThatThrownBy(turns::take).isInstanceOf(SearchRefusedException.class);
      Budget.pause();
      turns.take();
      turns.end();
      burn(Duration.ofMillis(2));
      Budget.check();
      assertThatThrownBy(turns::take).isInstanceOf(SearchRefusedException.class);
    }
    turns.take();
  }

  @Test
  void oneThatWaitsComesWhenTheOtherHasEnded() throws Exception {
    Turns turns = turns(1, 1);
    turns.take();
    AtomicInteger came = new AtomicInteger();
    Thread waiting =
        new Thread(
            () -> {
              turns.take();
              came.incrementAndGet();
            });
    waiting.start();
    while (turns.waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(turns::take).as("too many wait").isInstanceOf(SearchRefusedException.class);
    assertThat(came).hasValue(0);
    turns.end();
    waiting.join();
    assertThat(came).hasValue(1);
  }

  private static Turns turns(int most, int waiting) {
    return new Turns(most, waiting, MUCH);
  }

  private static Reason reasonFor(Runnable work) {
    return catchThrowableOfType(
            SearchRefusedException.class,
            () -> {
              try (Budget.Question question = Budget.question()) {
                work.run();
              }
            })
        .reason();
  }

  private static void workWithoutEnd() {
    while (!Thread.currentThread().isInterrupted()) {
      Budget.check();
    }
  }

  /** Takes so much processor time of this thread. */
  private static void burn(Duration time) {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + time.toNanos();
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }
}
