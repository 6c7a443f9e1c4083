package io.keeling.app.config;

import io.keeling.runtime.config.Checks;

/**
 * Whether traces, the steps of an article from discovery to row, are sent to a tracing system.
 *
 * @param otlp where traces are sent
 * @param sampled share of traces that is sent, 0 to 1. Lower it when the tracing system is to keep
 *     fewer. All roles make the same choice for a trace, so it is sent whole or not at all
 */
public record TelemetryConfig(OtlpConfig otlp, double sampled) {

  public TelemetryConfig {
    Checks.between("sampled", sampled, 0, 1);
  }

  static TelemetryConfig defaults() {
    return new TelemetryConfig(OtlpConfig.defaults(), 1);
  }

  /** Whether any trace is sent. */
  public boolean isOn() {
    return !otlp.endpoint().isEmpty() && sampled > 0;
  }
}
