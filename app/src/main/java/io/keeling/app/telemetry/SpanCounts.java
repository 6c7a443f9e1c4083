package io.keeling.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many steps ended, were sent, and were lost on their way. Threads may share it. */
final class SpanCounts {

  private final Counter ended;
  private final Counter sent;
  private final Counter lost;

  SpanCounts(MeterRegistry meters) {
    this.ended = counter(meters, "ended");
    this.sent = counter(meters, "sent");
    this.lost = counter(meters, "lost");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("keeling.telemetry.spans")
        .description("Steps for the tracing system: ended, sent to it, and lost on the way there")
        .tag("result", result)
        .register(meters);
  }

  void ended() {
    ended.increment();
  }

  void exported(int spans, boolean taken) {
    (taken ? sent : lost).increment(spans);
  }
}
