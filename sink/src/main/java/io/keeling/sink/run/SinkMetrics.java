package io.keeling.sink.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What the sink counts, under {@code keeling.sink}. Threads may share it. */
final class SinkMetrics implements AutoCloseable {

  private final MeterRegistry registry;
  private volatile double lag = Double.NaN;
  private final AtomicInteger databaseDown = new AtomicInteger();

  private final List<Gauge> gauges;

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
   * @param kafkaReachable whether Kafka answers; the lag is known only while it does
   */
  SinkMetrics(MeterRegistry registry, BooleanSupplier kafkaReachable) {
    this.registry = registry;
    this.rows = registry.counter("keeling.sink.rows");
    this.records = registry.counter("keeling.sink.records");
    this.batches = registry.timer("keeling.sink.batches");
    this.outages = registry.counter("keeling.sink.database.outages");
    this.fenced = registry.counter("keeling.sink.fenced");
    this.gauges =
        List.of(
            Gauge.builder(
                    "keeling.sink.lag",
                    this,
                    meters -> kafkaReachable.getAsBoolean() ? meters.lag : Double.NaN)
                .description("Records that are not stored yet; NaN while that is not known")
                .register(registry),
            Gauge.builder("keeling.sink.database.down", databaseDown, AtomicInteger::get)
                .description("1 while PostgreSQL does not answer")
                .register(registry));
  }

  /** A record became a dead letter. */
  void deadLetter(String reason) {
    registry.counter("keeling.sink.dead.letters", "reason", reason).increment();
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
