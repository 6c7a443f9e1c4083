package io.keeling.sink;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.TopicLag;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The metrics of the sink, under {@code keeling.sink}, and its tracing. Thread-safe. */
final class SinkMetrics implements AutoCloseable {

  private final MeterRegistry registry;
  private volatile double lag = Double.NaN;
  private final AtomicInteger databaseDown = new AtomicInteger();

  private final List<Gauge> gauges;

  /**
   * The reasons for dead letters, as RecordReading and BatchProcessor give them. They are
   * registered at the start, so that their sum is 0 rather than unknown.
   */
  private static final List<String> REASONS =
      List.of("no-key", "wrong-key", "unreadable", "unstorable-text", "refused");

  final Tracing tracing;

  final RowAges ages;

  final Counter rows;

  final Counter records;

  final Timer batches;

  final Counter outages;

  final Counter fenced;

  /**
   * @param kafkaReachable whether Kafka answers; only then is the lag known
   */
  SinkMetrics(MeterRegistry registry, Tracing tracing, BooleanSupplier kafkaReachable) {
    this.registry = registry;
    this.tracing = tracing;
    this.rows = counter("keeling.sink.rows", "Articles whose current state was stored");
    this.records =
        counter("keeling.sink.records", "Records taken off the topic, whatever became of them");
    this.batches =
        Timer.builder("keeling.sink.batches")
            .description("Transactions that store a batch")
            .register(registry);
    this.outages = counter("keeling.sink.database.outages", "Times that PostgreSQL went away");
    this.fenced = counter("keeling.sink.fenced", "Times that another sink had moved the offsets");
    this.ages = new RowAges(registry);
    REASONS.forEach(this::deadLetters);
    this.gauges =
        List.of(
            Gauge.builder(
                    "keeling.sink.lag",
                    this,
                    meters -> kafkaReachable.getAsBoolean() ? meters.lag : Double.NaN)
                .description("Records that are not stored yet; NaN while unknown")
                .register(registry),
            Gauge.builder(
                    TopicLag.NAME,
                    this,
                    meters -> kafkaReachable.getAsBoolean() ? meters.lag : Double.NaN)
                .description(TopicLag.DESCRIPTION)
                .baseUnit("records")
                .tag("role", "sink")
                .tag("topic", Topics.ENRICHED.name())
                .register(registry),
            Gauge.builder("keeling.sink.database.down", databaseDown, AtomicInteger::get)
                .description("1 while PostgreSQL does not answer")
                .register(registry));
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Counter deadLetters(String reason) {
    return Counter.builder("keeling.sink.dead.letters")
        .description("Records that could not be stored, by reason")
        .tag("reason", reason)
        .register(registry);
  }

  void deadLetter(String reason) {
    deadLetters(reason).increment();
  }

  /** Sets the lag of this sink's partitions; empty if it is unknown. */
  void lag(OptionalLong records) {
    lag = records.isPresent() ? records.getAsLong() : Double.NaN;
  }

  void databaseDown(boolean down) {
    databaseDown.set(down ? 1 : 0);
  }

  /** Removes the gauges; the counters stay. */
  @Override
  public void close() {
    gauges.forEach(registry::remove);
  }
}
