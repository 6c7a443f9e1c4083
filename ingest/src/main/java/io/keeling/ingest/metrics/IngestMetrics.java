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

/** What frontier and reader measure and tell of. Threads may share it. */
public final class IngestMetrics {

  private static final String LEFT_OUT = "Links that are not followed, by reason";

  /**
   * Why records become dead letters that are no matter of the page: a record that is none, and the
   * reasons of the handlers of Streams. These and what a page may be instead of an article are
   * counted from the start, so that the first letter is seen as a rise.
   */
  private static final List<String> FAULTS =
      List.of("failed", "malformed-page", "unreadable", "unwritable");

  private final MeterRegistry meters;
  private final Tracing tracing;
  private final StreamsProgress progress = new StreamsProgress();

  /** Registers what is asked of it, and tells of no steps. */
  public IngestMetrics(MeterRegistry meters) {
    this(meters, Tracing.OFF);
  }

  /**
   * Registers what is asked of it.
   *
   * @param tracing told of steps
   */
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

  /** What the stream threads are at. */
  public StreamsProgress progress() {
    return progress;
  }

  /** What is told of steps. */
  public Tracing tracing() {
    return tracing;
  }

  /** A link that was not known before. */
  public void linkFound(FetchPurpose purpose) {
    count(
        "keeling.ingest.links.found",
        "Links that were not known before",
        1,
        "purpose",
        label(purpose));
  }

  /** A request for a page. */
  public void asked(FetchPurpose purpose) {
    count("keeling.ingest.requests", "Pages that were asked for", 1, "purpose", label(purpose));
  }

  /** Links beyond the limit of one page. */
  public void leftOut(int links) {
    count("keeling.ingest.links.left.out", LEFT_OUT, links, "why", "too-many");
  }

  /** A link that is not followed. */
  public void leftOut(String why) {
    count("keeling.ingest.links.left.out", LEFT_OUT, 1, "why", why);
  }

  /** Links of long ago that are no longer remembered. */
  public void forgotten(int links) {
    count("keeling.ingest.links.forgotten", "Links of long ago no longer remembered", links);
  }

  /** A dead letter. */
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

  /** A stream thread failed. */
  public void threadFailed(FailureKind kind) {
    count(
        "keeling.ingest.thread.failures",
        "Failures of stream threads, by what is to be done about them",
        1,
        "kind",
        kind.label());
  }

  /** Times the reading of a page. */
  public Timer.Sample startReading() {
    return Timer.start(meters);
  }

  /** A page was read; what came of it is counted as articles, links and dead letters. */
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
