package io.keeling.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SinkMetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SinkMetrics metrics = new SinkMetrics(meters, Tracing.OFF, () -> true);

  @Test
  void deadLettersHaveASumBeforeThereAreAny() {
    double before = sum();
    metrics.deadLetter("wrong-key");
    metrics.deadLetter("refused");

    assertThat(before).isZero();
    assertThat(meters.find("keeling.sink.dead.letters").counters()).hasSize(5);
    assertThat(sum()).isEqualTo(2);
  }

  private double sum() {
    return meters.find("keeling.sink.dead.letters").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Test
  void theLagOfTheTopicIsThatOfTheSinkAndUnknownWhereItIs() {
    assertThat(meters.get("keeling.lag").tag("topic", "keeling.enriched").gauge().value()).isNaN();

    metrics.lag(OptionalLong.of(7));

    assertThat(meters.get("keeling.lag").tag("role", "sink").gauge().value()).isEqualTo(7);
    assertThat(meters.get("keeling.sink.lag").gauge().value()).isEqualTo(7);
  }

  @Test
  void everyMeterSaysWhatItIs() {
    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> !id.getName().endsWith(".histogram")) // buckets of this registry's own
        .allSatisfy(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank());
  }
}
