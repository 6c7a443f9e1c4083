package io.keeling.app.telemetry;

import io.keeling.app.config.TelemetryConfig;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Makes what roles tell of their work with. */
public final class Telemetry {

  /** How long what is left may take to be told when a role closes. Chosen: a part of its margin. */
  public static final Duration CLOSE = Duration.ofSeconds(2);

  private Telemetry() {}

  /**
   * For a role.
   *
   * @param role its name, such as {@code ingest}
   */
  public static Tracing of(String role, TelemetryConfig config, MeterRegistry meters) {
    // Nothing of OpenTelemetry is loaded before the other class is.
    return config.isOn() ? OtlpTracing.start(role, config, meters) : Tracing.OFF;
  }
}
