package io.keeling.runtime.health;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Reads the metrics of a Kafka consumer. Any thread may call this while another one polls. */
public final class ConsumerMetrics {

  private ConsumerMetrics() {}

  /** Returns the number of answered heartbeats, which grows while the consumer is a member. */
  public static long heartbeats(Map<MetricName, ? extends Metric> metrics) {
    long sum = 0;
    for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
      if (metric.getKey().name().equals("heartbeat-total")) {
        sum += number(metric.getValue());
      }
    }
    return sum;
  }

  /** Returns the number of unread records after the consumer's positions, as of its last fetch. */
  public static long lag(Map<MetricName, ? extends Metric> metrics) {
    // A topic with a dot in its name has each metric twice, once with underscores (KIP-1109).
    Map<String, Long> lags = new HashMap<>();
    metrics.forEach(
        (name, metric) -> {
          if (name.name().equals("records-lag")) {
            lags.put(partition(name.tags()), number(metric));
          }
        });
    return lags.values().stream().mapToLong(Long::longValue).sum();
  }

  public static long lag(Map<MetricName, ? extends Metric> metrics, String topic) {
    String name = topic.replace('.', '_');
    Map<MetricName, Metric> ofTopic = new HashMap<>();
    metrics.forEach(
        (metric, value) -> {
          String tag = metric.tags().get("topic");
          if (tag != null && tag.replace('.', '_').equals(name)) {
            ofTopic.put(metric, value);
          }
        });
    return lag(ofTopic);
  }

  /** Returns the partition of a metric, with underscores for the dots of its topic. */
  public static String partition(Map<String, String> tags) {
    return partition(
        Objects.requireNonNull(tags.get("topic")), Objects.requireNonNull(tags.get("partition")));
  }

  /** Returns the name of a partition in metrics. */
  public static String partition(String topic, Object partition) {
    return topic.replace('.', '_') + "-" + partition;
  }

  /** Returns the value as a whole number; 0 if it is not a number. */
  public static long number(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.longValue() : 0;
  }
}
