package io.keeling.sink.run;

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

/** What the sink counts, under {@code keeling.sink}, and tells of. Threads may share it. */
final class SinkMetrics implements AutoCloseable {

  private final MeterRegistry registry;
  private volatile double lag = Double.NaN;
  private final AtomicInteger databaseDown = new AtomicInteger();

  private final List<Gauge> gauges;

  /**
   * Why records become dead letters: the reasons of RecordReader and BatchProcessor. There from the
   * start, so that their sum is 0 and not unknown while there are none.
   */
  private static final List<String> REASONS =
      List.of("no-key", "wrong-key", "unreadable", "unstorable-text", "refused");

  /** What is told of steps. */
  final Tracing tracing;

  /** How long articles take to their rows. */
  final RowAges ages;

  /** Articles whose current state was stored. */
  final Counter rows;

  /** Records that were taken off the topic, whatever became of them. */
  final Counter records;

  /** How long a transaction took, and how many there were. */
  final Timer batches;

  /** Times that the database went away. */
  final Counter outages;

  /** Times that another sink had moved the offsets. */
  final Counter fenced;

  /**
   * @param tracing told of steps
   * @param kafkaReachable whether Kafka answers; the lag is known only while it does
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
                .description("Records that are not stored yet; NaN while that is not known")
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

  /** A record became a dead letter. */
  void deadLetter(String reason) {
    deadLetters(reason).increment();
  }

  /** Records that are not stored yet, in the partitions of this sink; empty if not known. */
  void lag(OptionalLong records) {
    lag = records.isPresent() ? records.getAsLong() : Double.NaN;
  }

  /** Whether the sink waits for the database. */
  void databaseDown(boolean down) {
    databaseDown.set(down ? 1 : 0);
  }

  /** Takes back what tells the present; what was counted stays. */
  @Override
  public void close() {
    gauges.forEach(registry::remove);
  }
}
