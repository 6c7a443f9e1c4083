package io.keeling.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Counts the steps that another exporter sent, and the steps that were lost. */
final class CountedExporter implements SpanExporter {

  private final SpanExporter exporter;
  private final Counter ended;
  private final Counter sent;
  private final Counter lost;

  CountedExporter(SpanExporter exporter, MeterRegistry meters) {
    this.exporter = exporter;
    this.ended = counter(meters, "ended");
    this.sent = counter(meters, "sent");
    this.lost = counter(meters, "lost");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("keeling.telemetry.spans")
        .description("Steps for the tracing system: ended, sent to it, and lost on the way there")
        .tag("result", result)
        .register(meters);
  }

  void countEnded() {
    ended.increment();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int size = spans.size();
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> (result.isSuccess() ? sent : lost).increment(size));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
