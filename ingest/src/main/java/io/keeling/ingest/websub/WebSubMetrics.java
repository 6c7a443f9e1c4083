package io.keeling.ingest.websub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What WebSub measures. Threads may share it. */
final class WebSubMetrics {

  private final MeterRegistry meters;

  WebSubMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A request to a hub. */
  void asked(boolean taken) {
    request(taken ? "taken" : "failed");
  }

  /** A poll that could not be looked at, for too many waited. */
  void leftOut() {
    request("left-out");
  }

  /** A call of a hub. */
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
