package io.keeling.contract.health;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What a consumer tells of itself in its metrics, which any thread may read while another one
 * polls. Stateless; threads may share it.
 */
public final class ConsumerMetrics {

  private ConsumerMetrics() {}

  /** Answers of the group to heartbeats so far; as long as they grow it is a member. */
  public static long heartbeats(Map<MetricName, ? extends Metric> metrics) {
    return sum(metrics, "heartbeat-total");
  }

  /** Records behind its positions that it may read, as of the last that it fetched. */
  public static long lag(Map<MetricName, ? extends Metric> metrics) {
    return sum(metrics, "records-lag");
  }

  private static long sum(Map<MetricName, ? extends Metric> metrics, String name) {
    long sum = 0;
    for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
      if (metric.getKey().name().equals(name)) {
        sum += number(metric.getValue());
      }
    }
    return sum;
  }

  /** The value of a metric as a whole number; 0 if it has none. */
  public static long number(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.longValue() : 0;
  }
}
