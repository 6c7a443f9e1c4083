package io.keeling.runtime.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.runtime.streams.UnusableRecordException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordWorkerTest {

  private static final RecordPlace PLACE = new RecordPlace("pages", 0, 7);

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger tools = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final RecordDeadline deadline =
      new RecordDeadline(Duration.ofSeconds(20), thread -> nanos.get());
  private final RecordWorker<Integer> worker = deadline.worker(tools::incrementAndGet);

  @AfterEach
  void letAllWorkEnd() {
    end.countDown();
    worker.close();
  }

  @Test
  void workIsDoneOnOneOtherThreadWithOneTool() {
    Thread first = worker.run(PLACE, tool -> Thread.currentThread());
    Thread second = worker.run(PLACE, tool -> Thread.currentThread());

    assertThat(first).isSameAs(second).isNotSameAs(Thread.currentThread());
    assertThat(first.isDaemon()).isTrue();
    assertThat(worker.<Integer>run(PLACE, tool -> tool)).isEqualTo(1);
  }

  @Test
  void whatTheWorkThrowsIsThrownAsItIs() {
    var bug = new IllegalStateException("a bug");
    var error = new AssertionError();

    assertThatThrownBy(() -> worker.run(PLACE, tool -> fail(bug))).isSameAs(bug);
    assertThatThrownBy(() -> worker.run(PLACE, tool -> fail(error))).isSameAs(error);
    assertThat(worker.<Integer>run(PLACE, tool -> tool)).isEqualTo(1);
  }

  @Test
  void workThatNeverEndsIsGivenUpAndTheNextGetsAThreadAndAToolOfItsOwn() {
    var meters = new SimpleMeterRegistry();
    deadline.watch("x", meters);

    assertThatThrownBy(() -> worker.run(PLACE, tool -> endless()))
        .isInstanceOf(TookTooLongException.class)
        .hasMessageContaining("20.0 s of processor time")
        .hasMessageContaining("RecordWorkerTest.endless");

    assertThat(worker.<Integer>run(new RecordPlace("pages", 0, 8), tool -> tool)).isEqualTo(2);
    assertThat(deadline.abandoned()).isEqualTo(1);
    assertThat(meters.get("keeling.abandoned.threads").tag("role", "x").gauge().value()).isOne();
    assertThat(deadline.alive()).isTrue();

    end.countDown();
    await().untilAsserted(() -> assertThat(deadline.abandoned()).isZero());
  }

  @Test
  void workThatLooksEndsWhenItIsGivenUp() {
    assertThatThrownBy(() -> worker.run(PLACE, tool -> looking()))
        .isInstanceOf(TookTooLongException.class);

    await().untilAsserted(() -> assertThat(deadline.abandoned()).isZero());
  }

  @Test
  void workThatGetsNoProcessorIsWaitedForLongerButNotForEver() {
    var patient = new RecordDeadline(Duration.ofMillis(300), thread -> 0);
    try (RecordWorker<Integer> blocked = patient.worker(() -> 1)) {
      assertThatThrownBy(() -> blocked.run(PLACE, tool -> waitForTheEnd()))
          .isInstanceOf(TookTooLongException.class)
          .hasMessageContaining("did not end within 1.2 s");
    }
  }

  @Test
  void slowWorkThatEndsWithinTheDeadlineCounts() {
    AtomicInteger looks = new AtomicInteger();
    var slow =
        new RecordDeadline(
            Duration.ofMinutes(1),
            thread -> {
              if (looks.incrementAndGet() == 3) {
                end.countDown();
              }
              return 0;
            });
    try (RecordWorker<Integer> waiting = slow.worker(() -> 1)) {
      assertThat(waiting.<Integer>run(PLACE, tool -> waitForTheEnd())).isEqualTo(1);
    }
  }

  @Test
  void beyondAFewAbandonedThreadsTheRoleIsNotAlive() {
    for (int i = 0; i <= RecordDeadline.MOST_ABANDONED; i++) {
      assertThat(deadline.alive()).isTrue();
      nanos.set(0);
      var place = new RecordPlace("pages", 1, i);
      assertThatThrownBy(() -> worker.run(place, tool -> endless()))
          .isInstanceOf(TookTooLongException.class);
    }

    assertThat(deadline.alive()).isFalse();
    assertThat(deadline.fatal()).hasValueSatisfying(line -> assertThat(line).startsWith("3 "));
  }

  @Test
  void aRecordThatWasGivenUpIsRefusedAtOnceWhenItsStepIsRolledBack() {
    assertThatThrownBy(() -> worker.run(PLACE, tool -> endless()))
        .isInstanceOf(TookTooLongException.class);

    assertThatThrownBy(() -> worker.run(PLACE, tool -> fail(new AssertionError("worked on again"))))
        .isInstanceOf(TookTooLongException.class)
        .hasMessageContaining("rolled back");
  }

  @Test
  void aRecordThatIsSlowButEndsIsRefusedWhenItComesForTheThirdTime() {
    for (int time = 0; time < SlowRecords.TRIES; time++) {
      worker.run(PLACE, tool -> nanos.addAndGet(SlowRecords.SLOW.toNanos()));
    }

    assertThatThrownBy(() -> worker.run(PLACE, tool -> 1)).isInstanceOf(TookTooLongException.class);
    assertThat(worker.<Integer>run(new RecordPlace("pages", 0, 8), tool -> tool)).isEqualTo(1);
  }

  @Test
  void aRecordThatIsSlowAndFailsIsRefusedWhenItComesForTheThirdTime() {
    for (int time = 0; time < SlowRecords.TRIES; time++) {
      assertThatThrownBy(
              () ->
                  worker.run(
                      PLACE,
                      tool -> {
                        nanos.addAndGet(SlowRecords.SLOW.toNanos());
                        return fail(new IllegalStateException("a bug"));
                      }))
          .isExactlyInstanceOf(IllegalStateException.class);
    }

    assertThatThrownBy(() -> worker.run(PLACE, tool -> 1)).isInstanceOf(TookTooLongException.class);
  }

  @Test
  void workThatGoesTooDeepIsThatOfARecordThatCannotBeProcessed() {
    assertThatThrownBy(() -> worker.run(PLACE, tool -> fail(new StackOverflowError())))
        .isExactlyInstanceOf(UnusableRecordException.class);
  }

  @Test
  void anInterruptedCallerStopsTheWork() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> worker.run(PLACE, tool -> looking()))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(deadline.abandoned()).isZero();
  }

  @Test
  void somethingIsDoneOnce() {
    assertThat(deadline.once(() -> "done")).isEqualTo("done");
    assertThatThrownBy(() -> deadline.once(this::endless)).isInstanceOf(TookTooLongException.class);
  }

  private static Integer fail(RuntimeException failure) {
    throw failure;
  }

  private static Integer fail(Error failure) {
    throw failure;
  }

  /** Takes all the processor's time by the clock of the test, and cannot be interrupted. */
  private Integer endless() {
    nanos.addAndGet(Duration.ofSeconds(21).toNanos());
    while (true) {
      try {
        end.await();
        return 0;
      } catch (InterruptedException e) {
        // Goes on, as a loop that never looks.
      }
    }
  }

  private Integer looking() {
    nanos.addAndGet(Duration.ofSeconds(21).toNanos());
    while (true) {
      try {
        RecordDeadline.checkpoint();
      } catch (CancellationException e) {
        return 0;
      }
      Thread.onSpinWait();
    }
  }

  private Integer waitForTheEnd() {
    try {
      end.await();
      return 1;
    } catch (InterruptedException e) {
      return 0;
    }
  }
}
