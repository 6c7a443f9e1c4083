package io.keeling.enrich.topology;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.runtime.streams.BoundedStateMemory;
import io.keeling.runtime.streams.FailureKind;
import io.keeling.runtime.streams.StreamsProgress;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The counters, timers and traced steps of enrichment. Threads may share it. */
public final class EnrichMetrics {

  private final MeterRegistry registry;
  private final Tracing tracing;
  private final StreamsProgress progress = new StreamsProgress();
  private final Counter passedOn;
  private final Counter seen;
  private final Counter late;
  private final Counter removed;
  private final Map<CorrectionOutcome, Counter> corrections =
      new EnumMap<>(CorrectionOutcome.class);
  private final Timer annotate;

  /**
   * Why records become dead letters: the reasons of the topology and of the handlers of Streams.
   * Registered at the start, so that the first dead letter shows as a rise.
   */
  private static final List<String> REASONS =
      List.of(
          "failed",
          "malformed-header",
          "no-value",
          "took-too-long",
          "too-large",
          "too-many-corrections",
          "unreadable",
          "unwritable",
          "wrong-key");

  /** Registers the meters, without tracing. */
  public EnrichMetrics(MeterRegistry registry) {
    this(registry, Tracing.OFF);
  }

  /**
   * Registers the meters.
   *
   * @param tracing receives the steps of each record
   */
  public EnrichMetrics(MeterRegistry registry, Tracing tracing) {
    this.registry = registry;
    this.tracing = tracing;
    passedOn = articles(registry, "enriched");
    seen = articles(registry, "seen-before");
    late = articles(registry, "late");
    removed = articles(registry, "removed");
    for (CorrectionOutcome outcome : CorrectionOutcome.values()) {
      corrections.put(
          outcome,
          Counter.builder("keeling.enrich.corrections")
              .description("Tag corrections by what became of them")
              .tag("outcome", outcome.label())
              .register(registry));
    }
    REASONS.forEach(this::deadLetters);
    annotate =
        Timer.builder("keeling.enrich.annotate")
            .description("Time to tag one article")
            .publishPercentileHistogram()
            .register(registry);
    Gauge.builder("keeling.enrich.state.memory", BoundedStateMemory::used)
        .description("Memory that the state stores take outside the heap, up to a bound")
        .baseUnit("bytes")
        .register(registry);
  }

  private static Counter articles(MeterRegistry registry, String outcome) {
    return Counter.builder("keeling.enrich.articles")
        .description("Article versions by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** The progress of the stream threads. */
  public StreamsProgress progress() {
    return progress;
  }

  /** The tracing of steps. */
  Tracing tracing() {
    return tracing;
  }

  void passedOn() {
    passedOn.increment();
  }

  void answeredBefore() {
    seen.increment();
  }

  void passedOver(VersionState.Verdict why) {
    switch (why) {
      case LATE -> late.increment();
      case REMOVED -> removed.increment();
      default -> seen.increment();
    }
  }

  /** What became of a correction. */
  enum CorrectionOutcome {
    /** The article was passed on with the correction. */
    APPLIED,
    /**
     * The article has not come yet, is taken down, or cannot be reread: the correction waits until
     * the article comes.
     */
    WAITS,
    /** The correction was known already. */
    SAID_BEFORE;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  void corrected(CorrectionOutcome outcome) {
    Objects.requireNonNull(corrections.get(outcome)).increment();
  }

  void deadLetter(DeadLetter letter) {
    progress.deadLettered(letter.origin());
    deadLetters(letter.reason()).increment();
  }

  private Counter deadLetters(String reason) {
    return Counter.builder("keeling.enrich.dead.letters")
        .description("Records that could not be enriched, by reason")
        .tag("reason", reason)
        .register(registry);
  }

  /** Counts a failure of a stream thread. */
  public void threadFailed(FailureKind kind) {
    Counter.builder("keeling.enrich.thread.failures")
        .description("Failures of stream threads, by what is to be done about them")
        .tag("kind", kind.label())
        .register(registry)
        .increment();
  }

  <T> T annotate(Supplier<T> work) {
    return annotate.record(work);
  }
}
