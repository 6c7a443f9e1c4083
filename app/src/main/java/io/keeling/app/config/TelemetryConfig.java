package io.keeling.app.config;

import io.keeling.runtime.config.Checks;

/**
 * Whether the steps from discovery to row are reported to a tracing system.
 *
 * @param otlp where it is
 * @param sampled which share of all traces is reported, 0 to 1. All roles decide alike by the trace
 *     alone, so a trace is reported whole or not at all
 */
public record TelemetryConfig(OtlpConfig otlp, double sampled) {

  public TelemetryConfig {
    Checks.between("sampled", sampled, 0, 1);
  }

  static TelemetryConfig defaults() {
    return new TelemetryConfig(OtlpConfig.defaults(), 1);
  }

  /** Whether anything is told. */
  public boolean isOn() {
    return !otlp.endpoint().isEmpty() && sampled > 0;
  }
}
