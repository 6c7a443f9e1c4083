package io.keeling.app.telemetry;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads and writes the value of the header {@code traceparent}, which identifies a step. */
final class TraceParent {

  /** Returns the text itself as the value of the header. */
  private static final TextMapGetter<String> TEXT =
      (carrier, key) -> key.equals(HeaderNames.TRACE_PARENT) ? carrier : null;

  private TraceParent() {}

  /** Returns the span context in the headers of a record; invalid if none can be read. */
  static SpanContext of(Headers headers) {
    return of(HeaderValues.get(headers, HeaderNames.TRACE_PARENT));
  }

  /** Returns the span context in a text; invalid if none can be read. */
  static SpanContext of(@Nullable String text) {
    return text == null
        ? SpanContext.getInvalid()
        : Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), text, TEXT))
            .getSpanContext();
  }

  static String text(SpanContext step) {
    return "00-%s-%s-%s"
        .formatted(step.getTraceId(), step.getSpanId(), step.getTraceFlags().asHex());
  }
}
