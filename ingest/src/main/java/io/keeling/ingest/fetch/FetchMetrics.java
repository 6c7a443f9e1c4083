package io.keeling.ingest.fetch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** What the fetcher measures. Threads may share it. */
final class FetchMetrics {

  private final MeterRegistry meters;

  FetchMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void finished(FetchJob job, FetchResult result, Duration latency) {
    Timer.builder("keeling.ingest.fetch")
        .description("From taking a request to having its result, waiting for the host included")
        .tag("outcome", result.outcome().label())
        .tag("purpose", job.request().purpose().name().toLowerCase(Locale.ROOT))
        .publishPercentileHistogram()
        .register(meters)
        .record(latency);
    if (result instanceof FetchResult.Fetched fetched) {
      DistributionSummary.builder("keeling.ingest.page.size")
          .description("Bodies after content decoding")
          .baseUnit("bytes")
          .register(meters)
          .record(fetched.body().length);
    }
  }

  /** How long a host that might have been asked was not, for want of a worker. */
  void waited(WorkerShares.Standing standing, Duration time) {
    Timer.builder("keeling.ingest.fetch.wait")
        .description("From the moment a host may be asked to its request: waiting for a worker")
        .tag("host", standing.name().toLowerCase(Locale.ROOT))
        .register(meters)
        .record(time);
  }

  /** Requests that were not fetched because the frontier has asked again since. */
  void expired() {
    meters.counter("keeling.ingest.fetch.expired").increment();
  }

  /** Fetches that were redirected to a site of another partition. */
  void handedOn() {
    meters.counter("keeling.ingest.fetch.handed.on").increment();
  }

  /** Requests that went to another process unfinished, and are fetched by it. */
  void left(int count) {
    meters.counter("keeling.ingest.fetch.left").increment(count);
  }

  void malformed() {
    meters
        .counter("keeling.ingest.dead.letters", "stage", "fetch", "reason", "malformed-request")
        .increment();
  }

  void writeFailed() {
    meters.counter("keeling.ingest.page.write.failures").increment();
  }

  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(meters);
  }
}
