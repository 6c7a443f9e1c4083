package io.keeling.ingest.health;

import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.drift.YieldBoard;
import io.keeling.ingest.metrics.TaskShares;
import io.keeling.ingest.source.SourceState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The condition of all sources of this process, for pages and metrics. Thread-safe.
 *
 * <p>One gauge per condition counts its sources, and one gauge per dead or silent source shows its
 * reason. Two gauges per source show the age of its last answer and of its last news. The number of
 * series that name a source is limited; the worst sources come first. Each source belongs to
 * exactly one instance.
 */
public final class SourceBoard {

  /**
   * How long a measurement counts as current. Each frontier of a process triggers a measurement of
   * all sources, so this must be less than a frontier's interval.
   */
  private static final Duration FRESH = Duration.ofSeconds(10);

  /**
   * Maximum number of sources with a series of their own in /metrics, the longest dead or silent
   * first: few for Prometheus, and more than an operator reads.
   */
  static final int MOST_IN_METRICS = 200;

  private final SourceHealthConfig config;
  private final TaskShares<SourceState> shares = new TaskShares<>();
  private final Map<Condition, AtomicInteger> counts = new EnumMap<>(Condition.class);
  private final MultiGauge trouble;
  private final MultiGauge answered;
  private final MultiGauge news;
  private final YieldBoard yields;
  private Instant measuredAt = Instant.EPOCH;

  public SourceBoard(SourceHealthConfig config, MeterRegistry meters) {
    this.config = config;
    // An instance knows nothing of paused sources.
    for (Condition condition : EnumSet.complementOf(EnumSet.of(Condition.PAUSED))) {
      AtomicInteger count = new AtomicInteger();
      counts.put(condition, count);
      Gauge.builder("keeling.ingest.sources", count, AtomicInteger::get)
          .description("Sources of this instance by how they are")
          .tag("condition", condition.label())
          .register(meters);
    }
    trouble =
        MultiGauge.builder("keeling.ingest.source.trouble")
            .description("For how long a source has been dead or silent, the longest first")
            .baseUnit("seconds")
            .register(meters);
    answered =
        age(
            "keeling.ingest.source.answer.age",
            "For how long a source has not answered, 0 if it did at the last look",
            meters);
    news =
        age("keeling.ingest.source.news.age", "For how long a source has had nothing new", meters);
    yields = new YieldBoard(MOST_IN_METRICS, meters);
  }

  public YieldBoard yields() {
    return yields;
  }

  private static MultiGauge age(String name, String description, MeterRegistry meters) {
    return MultiGauge.builder(name).description(description).baseUnit("seconds").register(meters);
  }

  /**
   * Opens the share of one task of the topology, without earlier content. For the task's thread
   * only.
   */
  public TaskShares<SourceState>.Share share(String task) {
    return shares.share(task);
  }

  public List<SourceHealth> sources(Instant now) {
    List<SourceHealth> all = new ArrayList<>();
    Map<String, Yield> known = yields.yields();
    shares
        .entries()
        .map(Map.Entry::getValue)
        .forEach(
            state -> all.add(SourceHealth.of(state, known.get(state.source().id()), config, now)));
    all.sort(SourceHealth.WORST_FIRST);
    return all;
  }

  /** Updates the metrics, unless another frontier of this process has just done so. */
  public synchronized void refresh(Instant now) {
    Duration age = Duration.between(measuredAt, now);
    if (age.isNegative() || age.compareTo(FRESH) >= 0) {
      measure(now);
    }
  }

  public synchronized void measure(Instant now) {
    measuredAt = now;
    List<SourceHealth> all = sources(now);
    counts.forEach(
        (condition, count) ->
            count.set((int) all.stream().filter(s -> s.condition() == condition).count()));
    List<Row<?>> rows = new ArrayList<>();
    all.stream()
        .filter(source -> source.condition().isTrouble())
        .limit(MOST_IN_METRICS)
        .forEach(
            source ->
                rows.add(
                    Row.of(
                        Tags.of(
                            "source",
                            source.id(),
                            "condition",
                            source.condition().label(),
                            "reason",
                            String.valueOf(source.reasonCode())),
                        Duration.between(source.since(), now).toSeconds())));
    trouble.register(rows, true);
    answered.register(ages(all, now, source -> source.failures() > 0 ? source.since() : now), true);
    news.register(ages(all, now, SourceHealth::newsAt), true);
    yields.measure(now);
  }

  private List<Row<?>> ages(
      List<SourceHealth> worstFirst, Instant now, Function<SourceHealth, @Nullable Instant> when) {
    List<Row<?>> rows = new ArrayList<>();
    worstFirst.stream()
        .limit(MOST_IN_METRICS)
        .forEach(
            source -> {
              Instant time = when.apply(source);
              if (time != null) {
                rows.add(
                    Row.of(
                        Tags.of("source", source.id()), Duration.between(time, now).toSeconds()));
              }
            });
    return rows;
  }
}
