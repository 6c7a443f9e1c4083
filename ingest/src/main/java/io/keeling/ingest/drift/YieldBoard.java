package io.keeling.ingest.drift;

import io.keeling.ingest.metrics.TaskShares;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics of drift: how many sources drift in each part, for how long, and the share of
 * articles among each source's last pages. The number of series that name a source is limited.
 * Thread-safe.
 */
public final class YieldBoard {

  private record Loss(String source, YieldPart part, Instant since) {}

  /**
   * How long a source without new pages is shown. Most watched sources are silent for a shorter
   * time, and a source removed from the catalogue disappears after this time.
   */
  private static final Duration SHOWN = Duration.ofDays(14);

  private final int most;
  private final TaskShares<SourceYield> shares = new TaskShares<>();
  private final Map<YieldPart, AtomicInteger> counts = new EnumMap<>(YieldPart.class);
  private final MultiGauge drift;
  private final MultiGauge yields;

  public YieldBoard(int most, MeterRegistry meters) {
    this.most = most;
    for (YieldPart part : YieldPart.values()) {
      AtomicInteger count = new AtomicInteger();
      counts.put(part, count);
      Gauge.builder("keeling.ingest.sources.drifting", count, AtomicInteger::get)
          .description("Sources of this instance that lost at least half of something, by what")
          .tag("what", part.label())
          .register(meters);
    }
    drift =
        MultiGauge.builder("keeling.ingest.source.drift")
            .description("For how long a source has had half of something or less")
            .baseUnit("seconds")
            .register(meters);
    yields =
        MultiGauge.builder("keeling.ingest.source.yield")
            .description("Which share of the last pages of a source were articles")
            .baseUnit("ratio")
            .register(meters);
  }

  /**
   * Opens the share of one task of the topology, without earlier content. For the task's thread
   * only.
   */
  TaskShares<SourceYield>.Share share(String task) {
    return shares.share(task);
  }

  public void forget(String source) {
    shares.forget(source);
  }

  /** Returns the yield of each source by its id. */
  public Map<String, Yield> yields() {
    Map<String, Yield> all = new HashMap<>();
    shares
        .entries()
        .forEach(each -> all.merge(each.getKey(), Yield.of(each.getValue()), Yield::worse));
    return all;
  }

  public synchronized void measure(Instant now) {
    List<Loss> losses = new ArrayList<>();
    Map<String, Double> articles = new HashMap<>();
    shares
        .entries()
        .filter(each -> !each.getValue().readAt().isBefore(now.minus(SHOWN)))
        .forEach(
            each -> {
              articles.merge(each.getKey(), each.getValue().articles(), Math::min);
              for (YieldPart part : YieldPart.values()) {
                Instant since = each.getValue().lostSince(part);
                if (since != null) {
                  losses.add(new Loss(each.getKey(), part, since));
                }
              }
            });
    counts.forEach(
        (part, count) ->
            count.set(
                (int)
                    losses.stream()
                        .filter(loss -> loss.part() == part)
                        .map(Loss::source)
                        .distinct()
                        .count()));
    drift.register(driftRows(losses, now), true);
    List<Row<?>> shown = new ArrayList<>();
    articles.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(each -> shown.add(Row.of(Tags.of("source", each.getKey()), each.getValue())));
    yields.register(shown, true);
  }

  /**
   * Returns the metrics of the losses that have lasted longest. If a part of a source is lost in
   * several partitions, its earliest loss counts.
   */
  private List<Row<?>> driftRows(List<Loss> losses, Instant now) {
    Map<Tags, Row<?>> rows = new HashMap<>();
    losses.stream()
        .sorted(Comparator.comparing(Loss::since).thenComparing(Loss::source))
        .forEach(
            loss -> {
              Tags tags = Tags.of("source", loss.source(), "what", loss.part().label());
              if (rows.size() < most) {
                rows.putIfAbsent(
                    tags, Row.of(tags, Duration.between(loss.since(), now).toSeconds()));
              }
            });
    return List.copyOf(rows.values());
  }
}
