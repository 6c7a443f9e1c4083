package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class ConsumerMetricsTest {

  /** KIP-1109. */
  @Test
  void theLagOfATopicWithADotInItsNameIsCountedOnce() {
    Map<MetricName, Metric> metrics =
        Map.of(
            lag("keeling.pages", "0"),
            value(5),
            lag("keeling_pages", "0"),
            value(5),
            lag("keeling.pages", "1"),
            value(7),
            new MetricName("heartbeat-total", "", "", Map.of()),
            value(100));

    assertThat(ConsumerMetrics.lag(metrics)).isEqualTo(12);
    assertThat(ConsumerMetrics.heartbeats(metrics)).isEqualTo(100);
  }

  @Test
  void theLagOfOneTopicIsItsOwn() {
    Map<MetricName, Metric> metrics =
        Map.of(
            lag("keeling.pages", "0"),
            value(5),
            lag("keeling_pages", "0"),
            value(5),
            lag("keeling.sources", "0"),
            value(7));

    assertThat(ConsumerMetrics.lag(metrics, "keeling.pages")).isEqualTo(5);
    assertThat(ConsumerMetrics.lag(metrics, "keeling.sources")).isEqualTo(7);
    assertThat(ConsumerMetrics.lag(metrics, "keeling.articles")).isZero();
  }

  private static MetricName lag(String topic, String partition) {
    return new MetricName(
        "records-lag", "", "", Map.of("topic", topic, "partition", partition, "client-id", "c"));
  }

  private static Metric value(double value) {
    return new Metric() {
      @Override
      public MetricName metricName() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Object metricValue() {
        return value;
      }
    };
  }
}
