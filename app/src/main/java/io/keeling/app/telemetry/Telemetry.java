package io.keeling.app.telemetry;

import io.keeling.app.config.TelemetryConfig;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Creates the tracing of a role's steps. */
public final class Telemetry {

  /** Time limit for closing to send the last steps. It is part of the role's time for stopping. */
  public static final Duration CLOSE = Duration.ofSeconds(2);

  private Telemetry() {}

  /** Returns the tracing for a role. */
  public static Tracing of(String role, TelemetryConfig config, MeterRegistry meters) {
    // Loads OpenTelemetry's classes only if tracing is on.
    return config.isOn() ? OtlpTracing.start(role, config, meters) : Tracing.OFF;
  }
}
