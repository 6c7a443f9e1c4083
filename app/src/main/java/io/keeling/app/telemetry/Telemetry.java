package io.keeling.app.telemetry;

import io.keeling.app.config.TelemetryConfig;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Makes the tracing of a role's steps. */
public final class Telemetry {

  /** How long closing may take to send the last steps; it is part of the role's margin. */
  public static final Duration CLOSE = Duration.ofSeconds(2);

  private Telemetry() {}

  /** Tracing for a role. */
  public static Tracing of(String role, TelemetryConfig config, MeterRegistry meters) {
    // Nothing of OpenTelemetry is loaded before the other class is.
    return config.isOn() ? OtlpTracing.start(role, config, meters) : Tracing.OFF;
  }
}
