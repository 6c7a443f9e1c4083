package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Handover before = new Handover(PAUSE, () -> now);
  private final Handover after = new Handover(PAUSE, () -> now);

  private Handover.Wait wait(String site, int seconds, boolean rest) {
    return new Handover.Wait(site, now.plusSeconds(seconds), rest);
  }

  @Test
  void everySiteOfAPartitionJustGotIsLeftAloneForTheUsualPause() {
    after.assigned(PARTITION, null);

    assertThat(after.remaining(PARTITION, "example.org")).isEqualTo(PAUSE);
    now = now.plusMillis(300);
    assertThat(after.remaining(PARTITION, "example.org")).isEqualTo(Duration.ofMillis(700));
    now = now.plusSeconds(2);
    assertThat(after.remaining(PARTITION, "example.org")).isZero();
    assertThat(after.remaining(new TopicPartition("t", 1), "example.org")).isZero();
  }

  @Test
  void longPausesAndRestsGoWithThePartition() {
    after.assigned(
        PARTITION,
        before.text(
            PARTITION, List.of(wait("slow.org", 30, false), wait("tired.org", 3600, true))));

    assertThat(after.remaining(PARTITION, "slow.org")).isEqualTo(Duration.ofSeconds(30));
    assertThat(after.rest(PARTITION, "slow.org")).isNull();
    assertThat(after.rest(PARTITION, "tired.org")).isEqualTo(now.plusSeconds(3600));
    assertThat(after.remaining(PARTITION, "tired.org")).isEqualTo(PAUSE);
  }

  @Test
  void theyGoOnToTheOwnerAfterNextAndAreForgottenWhenTheyAreOver() {
    after.assigned(PARTITION, before.text(PARTITION, List.of(wait("slow.org", 30, false))));
    now = now.plusSeconds(10);
    Handover third = new Handover(PAUSE, () -> now);
    third.assigned(PARTITION, after.text(PARTITION, List.of()));

    assertThat(third.remaining(PARTITION, "slow.org")).isEqualTo(Duration.ofSeconds(20));
    now = now.plusSeconds(20);
    assertThat(third.text(PARTITION, List.of())).isEmpty();
  }

  @Test
  void whatDoesNotFitBesideAnOffsetIsTheShortest() {
    String text =
        before.text(
            PARTITION,
            IntStream.range(0, 2000).mapToObj(i -> wait(i + ".org", 10 + i, false)).toList());

    assertThat(text).hasSizeLessThanOrEqualTo(4096);
    after.assigned(PARTITION, text);
    assertThat(after.remaining(PARTITION, "1999.org")).isEqualTo(Duration.ofSeconds(2009));
    assertThat(after.remaining(PARTITION, "0.org")).isEqualTo(PAUSE);
  }

  @Test
  void aNoteOfAnotherProgramIsIgnored() {
    after.assigned(PARTITION, "p: r:9 pzz:zz!z hello AgAA:");

    assertThat(after.remaining(PARTITION, "example.org")).isEqualTo(PAUSE);
  }
}
