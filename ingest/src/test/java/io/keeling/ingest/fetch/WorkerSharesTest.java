package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.fetch.WorkerShares.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerSharesTest {

  private static final Duration SLOW = Duration.ofSeconds(2);

  private WorkerShares shares = new WorkerShares(8, 24, SLOW);
  private int hosts;

  /** Begins requests until no more are admitted; says how many. */
  private int fill(Standing standing, long now) {
    int begun = 0;
    for (; shares.admits(standing, now); begun++) {
      shares.began("host-" + hosts++, standing, now);
    }
    return begun;
  }

  @Test
  void hostsThatFailedGetHalfAndThoseNotKnownYetUpToThreeQuarters() {
    assertThat(fill(Standing.FAILS, 0)).isEqualTo(4);
    assertThat(fill(Standing.NEW, 0)).isEqualTo(2);
    assertThat(fill(Standing.ANSWERS, 0)).isEqualTo(2);
    assertThat(shares.admits(Standing.FAILS, 0)).isFalse();
  }

  @Test
  void slowRequestsMakeRoomForOthersUntilTheirOwnRoomIsFull() {
    long now = 0;
    int hanging = 0;
    for (int begun = fill(Standing.NEW, now); begun > 0; begun = fill(Standing.NEW, now)) {
      hanging += begun;
      assertThat(shares.admits(Standing.NEW, now + SLOW.toNanos() - 1)).isFalse();
      assertThat(shares.nanosUntilSlow(now)).isEqualTo(SLOW.toNanos());
      now += SLOW.toNanos();
    }
    assertThat(hanging).isEqualTo(24);
    assertThat(fill(Standing.ANSWERS, now)).isEqualTo(8);
    assertThat(shares.nanosUntilSlow(now)).isEqualTo(SLOW.toNanos());
  }

  @Test
  void whatEndsMakesRoomWhetherItWasSlowOrNot() {
    fill(Standing.NEW, 0);
    shares.ended("host-0");
    assertThat(fill(Standing.NEW, 0)).isEqualTo(1);

    fill(Standing.NEW, SLOW.toNanos());
    fill(Standing.NEW, 2 * SLOW.toNanos());
    fill(Standing.NEW, 3 * SLOW.toNanos());
    assertThat(fill(Standing.NEW, 4 * SLOW.toNanos())).isZero();
    shares.ended("host-1");
    assertThat(fill(Standing.NEW, 4 * SLOW.toNanos())).isEqualTo(1);
  }

  @Test
  void oneWorkerServesAllByTurns() {
    WorkerShares one = new WorkerShares(1, 0, SLOW);
    for (Standing standing : Standing.values()) {
      assertThat(one.admits(standing, 0)).as(standing.name()).isTrue();
    }
    one.began("a", Standing.ANSWERS, 0);
    assertThat(one.admits(Standing.ANSWERS, SLOW.toNanos())).isFalse();
  }
}
