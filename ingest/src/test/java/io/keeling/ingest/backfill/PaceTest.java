package io.keeling.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.config.BackfillConfig;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a backfill may put before live records, by how fast they are read. */
class PaceTest {

  private static final int UNREAD = 1000;

  private final Pace pace =
      new Pace(BackfillConfig.defaults().withUnread(UNREAD, Duration.ofMinutes(1)));
  private long read;
  private long nanos;

  @BeforeEach
  void firstLook() {
    pace.seen(read, 0, nanos);
  }

  private void reads(int perSecond, long unread, int seconds) {
    for (int i = 0; i < seconds; i++) {
      read += perSecond;
      nanos += Duration.ofSeconds(1).toNanos();
      pace.seen(read, unread, nanos);
    }
  }

  @Test
  void nothingIsPresumedOfAStageThatWasNotSeenReading() {
    assertThat(pace.allowed()).isLessThan(UNREAD / 2);
  }

  @Test
  void aFastReaderGetsAllThatTheSettingsAllow() {
    reads(400, 500, 5);
    assertThat(pace.allowed()).isEqualTo(UNREAD);
    assertThat(pace.stride()).isEqualTo(UNREAD / 2);
  }

  @Test
  void beforeASlowReaderNoMoreWaitsThanItReadsInTenSeconds() {
    reads(400, 500, 5);
    reads(8, 500, 20);
    assertThat(pace.allowed()).isBetween(75, 85);
  }

  @Test
  void aReaderThatStandsStillKeepsAFewSoThatItsRecoveryShows() {
    reads(0, 500, 30);
    assertThat(pace.allowed()).isBetween(2, 20);
    assertThat(pace.stride()).isPositive();
    reads(300, 20, 10);
    assertThat(pace.allowed()).isEqualTo(UNREAD);
  }

  @Test
  void aReaderWithNothingToReadIsNotSlow() {
    reads(400, 500, 5);
    reads(0, 0, 60);
    assertThat(pace.allowed()).isEqualTo(UNREAD);
  }

  @Test
  void theSmallestSettingHolds() {
    Pace least = new Pace(BackfillConfig.defaults().withUnread(2, Duration.ofMinutes(1)));
    assertThat(least.allowed()).isEqualTo(2);
    assertThat(least.stride()).isEqualTo(1);
  }
}
