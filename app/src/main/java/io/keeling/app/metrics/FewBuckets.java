package io.keeling.app.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;

/**
 * Gives each histogram of times a few buckets instead of the library's seventy. Each bucket has a
 * time series for each combination of labels, and such series made up most of ingest's metrics.
 * Meters that set their own limits keep those.
 */
final class FewBuckets implements MeterFilter {

  /** Upper limits of the buckets, from reading a page to fetch time-outs. */
  static final Duration[] LIMITS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private static final double[] NANOS =
      Arrays.stream(LIMITS).mapToDouble(Duration::toNanos).toArray();

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    if (!Boolean.TRUE.equals(config.isPercentileHistogram()) || id.getType() != Meter.Type.TIMER) {
      return config;
    }
    return DistributionStatisticConfig.builder()
        .percentilesHistogram(false)
        .serviceLevelObjectives(NANOS)
        .build()
        .merge(config);
  }
}
