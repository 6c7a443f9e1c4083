package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;

/** The metrics and traces of the fetcher. Thread-safe. */
final class FetchMetrics {

  private final MeterRegistry meters;
  private final Tracing tracing;

  private final Counter disallowed;

  private final Counter refused;

  FetchMetrics(MeterRegistry meters, Tracing tracing) {
    this.meters = meters;
    this.tracing = tracing;
    this.disallowed = refusals("robots");
    this.refused = refusals("address");
  }

  /**
   * Registers a counter of refused requests at the start, so that it shows 0 instead of no value.
   */
  private Counter refusals(String by) {
    return counter(
        "keeling.ingest.refusals", "Requests that we refused to make, by which rule", "by", by);
  }

  private Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(tags).register(meters);
  }

  /** Begins the step of a fetch; it ends with {@link #finished} or {@link #handedOn(FetchJob)}. */
  Step begun(FetchRequest request, String host, Headers headers, Instant now) {
    return tracing
        .next("fetch", headers, now)
        .about(Detail.SOURCE, request.sourceId())
        .about(Detail.PURPOSE, request.purpose().label())
        .about(Detail.ATTEMPT, request.attempt())
        .about(Detail.HOST, host);
  }

  void finished(FetchJob job, FetchResult result, Duration latency) {
    job.step().about(Detail.OUTCOME, result.outcome().label());
    if (result.status() != 0) {
      job.step().about(Detail.STATUS, result.status());
    }
    if (result.outcome() == FetchOutcome.UNREACHABLE) {
      job.step().failed(result.outcome().label());
    }
    job.step().close();
    Timer.builder("keeling.ingest.fetch")
        .description("From taking a request to having its result, waiting for the host included")
        .tag("outcome", result.outcome().label())
        .publishPercentileHistogram()
        .register(meters)
        .record(latency);
    if (result.outcome() == FetchOutcome.DISALLOWED) {
      disallowed.increment();
    } else if (result.outcome() == FetchOutcome.REFUSED) {
      refused.increment();
    }
    if (result.outcome() == FetchOutcome.FETCHED) {
      DistributionSummary.builder("keeling.ingest.page.size")
          .description("Bodies after content decoding")
          .baseUnit("bytes")
          .register(meters)
          .record(result.body().length);
    }
  }

  /** Records how long a host waited for a worker after its pause was over. */
  void waited(WorkerShares.Standing standing, Duration time) {
    Timer.builder("keeling.ingest.fetch.wait")
        .description("From the moment a host may be asked to its request: waiting for a worker")
        .tag("host", standing.name().toLowerCase(Locale.ROOT))
        .register(meters)
        .record(time);
  }

  void expired() {
    counter("keeling.ingest.fetch.expired", "Requests dropped unfetched, as they are asked again")
        .increment();
  }

  /** Ends the trace step of a fetch that continues in another partition. */
  void handedOn(FetchJob job) {
    job.step().about(Detail.OUTCOME, "handed-on").close();
  }

  /** Counts a fetch that was handed to another partition. */
  void handedOn() {
    counter("keeling.ingest.fetch.handed.on", "Fetches redirected to a site of another partition")
        .increment();
  }

  void left(int count) {
    counter("keeling.ingest.fetch.left", "Requests left to another instance unfinished")
        .increment(count);
  }

  void malformed() {
    counter(
            "keeling.ingest.dead.letters",
            "Records and pages that could not be used, by stage and reason",
            "stage",
            "fetch",
            "reason",
            "malformed-request")
        .increment();
  }

  void writeFailed() {
    counter("keeling.ingest.page.write.failures", "Pages that Kafka did not take at once")
        .increment();
  }

  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(meters);
  }
}
