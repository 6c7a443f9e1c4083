package io.keeling.desk.health;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Counts and times requests as {@code keeling.desk.requests}, by route and status class. Threads
 * may share it.
 */
public final class RequestMetrics implements RequestLogger {

  private final MeterRegistry meters;

  public RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void handle(Context context, Float milliseconds) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    Timer.builder("keeling.desk.requests")
        .description("Answers of the desk, by route and class of status")
        .tag("route", endpoint == null ? "none" : endpoint.path)
        .tag("status", context.statusCode() / 100 + "xx")
        .publishPercentileHistogram()
        .register(meters)
        .record(Duration.ofNanos((long) (milliseconds * 1_000_000d)));
  }
}
