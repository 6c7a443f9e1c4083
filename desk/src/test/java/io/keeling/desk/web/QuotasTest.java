package io.keeling.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.web.Quotas.Left;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotasTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Quotas quotas = new Quotas(3, Duration.ofMinutes(1), 100, now::get);

  @Test
  void aClientHasItsQuotaInEachMinuteFromItsFirstRequest() {
    assertThat(quotas.ask("a")).isEqualTo(new Left(false, 2, 60));
    pass(Duration.ofMillis(20_500));
    assertThat(quotas.ask("a")).isEqualTo(new Left(false, 1, 40));
    assertThat(quotas.ask("a")).isEqualTo(new Left(false, 0, 40));
    assertThat(quotas.ask("a")).isEqualTo(new Left(true, 0, 40));
    assertThat(quotas.ask("a")).isEqualTo(new Left(true, 0, 40));

    pass(Duration.ofMillis(39_499));
    assertThat(quotas.ask("a")).isEqualTo(new Left(true, 0, 1));
    pass(Duration.ofMillis(1));
    assertThat(quotas.ask("a")).isEqualTo(new Left(false, 2, 60));
  }

  @Test
  void whatOneClientAsksCostsNoOther() {
    IntStream.range(0, 10).forEach(i -> quotas.ask("a"));

    assertThat(quotas.ask("b")).isEqualTo(new Left(false, 2, 60));
  }

  @Test
  void ofMoreClientsThanItMayKnowThoseThatAskMostStay() {
    for (int i = 0; i < 10_000; i++) {
      quotas.ask("client " + i);
      if (i % 20 == 0) {
        quotas.ask("busy");
      }
    }

    assertThat(quotas.clients()).isLessThanOrEqualTo(100);
    assertThat(quotas.ask("busy").refused()).isTrue();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
