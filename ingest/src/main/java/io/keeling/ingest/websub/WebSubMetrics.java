package io.keeling.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;

/** What WebSub measures. Threads may share it. */
final class WebSubMetrics {

  private final MeterRegistry meters;

  WebSubMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A request to a hub. */
  void asked(boolean taken) {
    meters
        .counter("keeling.ingest.websub.requests", "result", taken ? "taken" : "failed")
        .increment();
  }

  /** A poll that could not be looked at, for too many waited. */
  void leftOut() {
    meters.counter("keeling.ingest.websub.requests", "result", "left-out").increment();
  }

  /** A call of a hub. */
  void called(String what) {
    meters.counter("keeling.ingest.websub.calls", "what", what).increment();
  }
}
