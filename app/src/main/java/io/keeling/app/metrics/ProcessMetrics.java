package io.keeling.app.metrics;

import io.keeling.app.build.Build;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Creates the meter registry of a process with the metrics that every process has. */
public final class ProcessMetrics {

  private ProcessMetrics() {}

  @SuppressWarnings("resource") // listens to the garbage collector as long as the process lives
  public static PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.config().meterFilter(new FewBuckets());
    Gauge.builder("keeling.build.info", () -> 1)
        .description("Always 1, for its labels: which program this is")
        .tag("version", Build.version())
        .tag("commit", Build.commit())
        .tag("committed", Build.committed())
        .tag("java", Runtime.version().toString())
        .register(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmGcMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    return meters;
  }
}
