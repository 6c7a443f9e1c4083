package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final long MILLI = 1_000_000;

  private final MockProcessorContext<String, String> task = new MockProcessorContext<>();
  private final CommitPace pace = new CommitPace(0);

  @BeforeEach
  void aTaskWorks() {
    pace.working(task);
    pace.begun();
  }

  @Test
  void whoComesToRestCommitsButNotBeforeTheIntervalIsOver() {
    pace.polled(true, 50 * MILLI, INTERVAL);
    assertThat(task.committed()).isFalse();

    pace.polled(false, 100 * MILLI, INTERVAL);
    assertThat(task.committed()).isTrue();
  }

  @Test
  void theIntervalBeginsWithTheLastCommit() {
    pace.ended(70 * MILLI);
    pace.working(task);
    pace.begun();

    pace.polled(true, 160 * MILLI, INTERVAL);
    assertThat(task.committed()).isFalse();

    pace.polled(true, 170 * MILLI, INTERVAL);
    assertThat(task.committed()).isTrue();
  }

  @Test
  void whoHasMoreAtEveryTurnLeavesItToStreams() {
    pace.polled(false, 50 * MILLI, INTERVAL);
    pace.polled(false, 400 * MILLI, INTERVAL);

    assertThat(task.committed()).isFalse();
  }

  @Test
  void theRestBeforeATransactionDoesNotCount() {
    pace.polled(true, 50 * MILLI, INTERVAL);
    pace.begun();
    pace.polled(false, 200 * MILLI, INTERVAL);

    assertThat(task.committed()).isFalse();
  }

  @Test
  void whereNothingIsWrittenThereIsNothingToCommit() {
    pace.ended(0);
    pace.polled(true, 200 * MILLI, INTERVAL);

    assertThat(task.committed()).isFalse();
  }

  @Test
  void aTaskOfTheLastTransactionIsNotAsked() {
    pace.ended(0);
    pace.begun();
    pace.polled(true, 200 * MILLI, INTERVAL);

    assertThat(task.committed()).isFalse();
  }

  @Test
  void aThreadBeforeItsFirstRecordAsksNobody() {
    CommitPace fresh = new CommitPace(0);
    fresh.begun();

    fresh.polled(true, 200 * MILLI, INTERVAL);

    assertThat(task.committed()).isFalse();
  }

  @Test
  void aBacklogIsCommittedAtLeastEverySecondUnlessTheIntervalIsLonger() {
    assertThat(CommitPace.longest(INTERVAL)).isEqualTo(Duration.ofMillis(500));
    assertThat(CommitPace.longest(Duration.ofMillis(400))).isEqualTo(Duration.ofSeconds(1));
    assertThat(CommitPace.longest(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
  }
}
