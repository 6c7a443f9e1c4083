package io.keeling.app.telemetry;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A step as an OpenTelemetry span. For one thread at a time. */
final class OtlpStep implements Step {

  private final Span span;
  private final CountedExporter counter;

  OtlpStep(Span span, CountedExporter counter) {
    this.span = span;
    this.counter = counter;
  }

  @Override
  public Step about(Detail detail, @Nullable String value) {
    if (value != null) {
      span.setAttribute(detail.key(), value);
    }
    return this;
  }

  @Override
  public Step about(Detail detail, long value) {
    span.setAttribute(detail.key(), value);
    return this;
  }

  @Override
  public Step linked(@Nullable String other) {
    SpanContext context = TraceParent.of(other);
    if (context.isValid()) {
      span.addLink(context);
    }
    return this;
  }

  @Override
  public Step failed(String reason) {
    span.setStatus(StatusCode.ERROR, reason);
    return this;
  }

  @Override
  public String context() {
    return TraceParent.text(span.getSpanContext());
  }

  @Override
  public void inject(Headers headers) {
    HeaderValues.put(headers, HeaderNames.TRACE_PARENT, context());
  }

  @Override
  public void close() {
    if (span.isRecording()) {
      counter.countEnded();
    }
    span.end();
  }
}
