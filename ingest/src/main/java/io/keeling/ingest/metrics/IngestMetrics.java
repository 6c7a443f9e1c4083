package io.keeling.ingest.metrics;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.streams.BoundedStateMemory;
import io.keeling.contract.streams.FailureKind;
import io.keeling.contract.streams.StreamsProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** What frontier and reader measure. Threads may share it. */
public final class IngestMetrics {

  private final MeterRegistry meters;
  private final StreamsProgress progress = new StreamsProgress();

  /** Registers what is asked of it. */
  public IngestMetrics(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("keeling.ingest.state.memory", BoundedStateMemory::used)
        .description("What the state stores take outside the heap, of a bounded share")
        .baseUnit("bytes")
        .register(meters);
  }

  /** What the stream threads are at. */
  public StreamsProgress progress() {
    return progress;
  }

  /** A link that was not known before. */
  public void linkFound(FetchPurpose purpose) {
    meters.counter("keeling.ingest.links.found", "purpose", label(purpose)).increment();
  }

  /** A request for a page. */
  public void asked(FetchPurpose purpose) {
    meters.counter("keeling.ingest.requests", "purpose", label(purpose)).increment();
  }

  /** Links beyond the limit of one page. */
  public void leftOut(int links) {
    meters.counter("keeling.ingest.links.left.out", "why", "too-many").increment(links);
  }

  /** A link that is not followed. */
  public void leftOut(String why) {
    meters.counter("keeling.ingest.links.left.out", "why", why).increment();
  }

  /** Links of long ago that are no longer remembered. */
  public void forgotten(int links) {
    meters.counter("keeling.ingest.links.forgotten").increment(links);
  }

  /** A dead letter. */
  public void deadLetter(DeadLetter letter) {
    deadLetter(letter.stage(), letter.reason());
  }

  void deadLetter(Stage stage, String reason) {
    meters
        .counter(
            "keeling.ingest.dead.letters",
            "stage",
            stage.name().toLowerCase(Locale.ROOT),
            "reason",
            reason)
        .increment();
  }

  /** A stream thread failed. */
  public void threadFailed(FailureKind kind) {
    meters.counter("keeling.ingest.thread.failures", "kind", kind.label()).increment();
  }

  /** Times the reading of a page. */
  public Timer.Sample startReading() {
    return Timer.start(meters);
  }

  public void read(Timer.Sample sample, FetchPurpose purpose, String result) {
    sample.stop(
        Timer.builder("keeling.ingest.read")
            .description("Reading a page for its article or its links")
            .tag("purpose", label(purpose))
            .tag("result", result)
            .publishPercentileHistogram()
            .register(meters));
  }

  public void article(String result) {
    meters.counter("keeling.ingest.articles", "result", result).increment();
  }

  private static String label(FetchPurpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
