package io.keeling.ingest.websub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The metrics of WebSub. Thread-safe. */
final class WebSubMetrics {

  private final MeterRegistry meters;

  WebSubMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void asked(boolean taken) {
    request(taken ? "taken" : "failed");
  }

  /** Counts a poll that was dropped because too many were waiting. */
  void leftOut() {
    request("left-out");
  }

  void called(String what) {
    Counter.builder("keeling.ingest.websub.calls")
        .description("Calls of hubs, by what they were")
        .tag("what", what)
        .register(meters)
        .increment();
  }

  private void request(String result) {
    Counter.builder("keeling.ingest.websub.requests")
        .description("Requests to hubs, by what became of them")
        .tag("result", result)
        .register(meters)
        .increment();
  }
}
