package io.keeling.ingest.metrics;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.reader.UnreadableReason;
import io.keeling.runtime.streams.BoundedStateMemory;
import io.keeling.runtime.streams.FailureKind;
import io.keeling.runtime.streams.StreamsProgress;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;

/** The metrics and traces of frontier and reader. Thread-safe. */
public final class IngestMetrics {

  private static final String LEFT_OUT = "Links that are not followed, by reason";

  /**
   * Reasons of dead letters that are not caused by the page: a malformed record, or a failure that
   * an exception handler of Kafka Streams reports. The counters of these and of the reader's
   * reasons start at 0, so that the first dead letter shows as an increase.
   */
  private static final List<String> FAULTS =
      List.of("failed", "malformed-page", "unreadable", "unwritable");

  private final MeterRegistry meters;
  private final Tracing tracing;
  private final StreamsProgress progress = new StreamsProgress();

  /** Creates metrics without tracing. */
  public IngestMetrics(MeterRegistry meters) {
    this(meters, Tracing.OFF);
  }

  public IngestMetrics(MeterRegistry meters, Tracing tracing) {
    this.meters = meters;
    this.tracing = tracing;
    Gauge.builder("keeling.ingest.state.memory", BoundedStateMemory::used)
        .description("What the state stores take outside the heap, of a bounded share")
        .baseUnit("bytes")
        .register(meters);
    deadLetters(Stage.FETCH, "malformed-request", 0);
    FAULTS.forEach(reason -> deadLetters(Stage.READ, reason, 0));
    for (UnreadableReason reason : UnreadableReason.values()) {
      deadLetters(Stage.READ, reason.label(), 0);
    }
  }

  public StreamsProgress progress() {
    return progress;
  }

  public Tracing tracing() {
    return tracing;
  }

  public void linkFound(FetchPurpose purpose) {
    count(
        "keeling.ingest.links.found",
        "Links that were not known before",
        1,
        "purpose",
        label(purpose));
  }

  public void asked(FetchPurpose purpose) {
    count("keeling.ingest.requests", "Pages that were asked for", 1, "purpose", label(purpose));
  }

  public void leftOut(int links) {
    count("keeling.ingest.links.left.out", LEFT_OUT, links, "why", "too-many");
  }

  public void leftOut(String why) {
    count("keeling.ingest.links.left.out", LEFT_OUT, 1, "why", why);
  }

  public void forgotten(int links) {
    count("keeling.ingest.links.forgotten", "Links of long ago no longer remembered", links);
  }

  public void deadLetter(DeadLetter letter) {
    deadLetter(letter.stage(), letter.reason());
  }

  void deadLetter(Stage stage, String reason) {
    deadLetters(stage, reason, 1);
  }

  private void deadLetters(Stage stage, String reason, int times) {
    count(
        "keeling.ingest.dead.letters",
        "Records and pages that could not be used, by stage and reason",
        times,
        "stage",
        stage.name().toLowerCase(Locale.ROOT),
        "reason",
        reason);
  }

  public void threadFailed(FailureKind kind) {
    count(
        "keeling.ingest.thread.failures",
        "Failures of stream threads, by what is to be done about them",
        1,
        "kind",
        kind.label());
  }

  public Timer.Sample startReading() {
    return Timer.start(meters);
  }

  /**
   * Records how long reading a page took. Articles, links and dead letters are counted elsewhere.
   */
  public void read(Timer.Sample sample, FetchPurpose purpose) {
    sample.stop(
        Timer.builder("keeling.ingest.read")
            .description("Reading a page for its article or its links")
            .tag("purpose", label(purpose))
            .publishPercentileHistogram()
            .register(meters));
  }

  public void article(String result) {
    count("keeling.ingest.articles", "Articles read, by what became of them", 1, "result", result);
  }

  private void count(String name, String description, int times, String... tags) {
    Counter.builder(name).description(description).tags(tags).register(meters).increment(times);
  }

  private static String label(FetchPurpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
