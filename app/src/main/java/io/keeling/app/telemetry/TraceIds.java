package io.keeling.app.telemetry;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Uses the ids of {@code keeling-trace} as OpenTelemetry's trace ids, and derives the id of a
 * trace's first step from the trace's id. So anyone who knows the trace can continue from that
 * step, days later and in another process, and nothing has to be stored. Threads may share it.
 */
final class TraceIds implements IdGenerator {

  /** Hexadecimal digits of a span's id (W3C Trace Context). */
  private static final int SPAN_ID = 16;

  /** The ids for the next span of this thread. */
  private static final ThreadLocal<@Nullable Ids> NEXT = new ThreadLocal<>();

  /**
   * The ids for a new span.
   *
   * @param span the span's own id; null for a random id
   */
  record Ids(String trace, @Nullable String span) {}

  /** Creates a span with the given ids; null for random ids. */
  static <T> T with(@Nullable Ids ids, Supplier<T> begin) {
    NEXT.set(ids);
    try {
      return begin.get();
    } finally {
      NEXT.remove();
    }
  }

  /** Returns the W3C id of a Keeling trace (32 digits, or a UUID); null for any other text. */
  static @Nullable String traceId(String trace) {
    String id = trace.replace("-", "").toLowerCase(Locale.ROOT);
    return TraceId.isValid(id) ? id : null;
  }

  static String rootSpanId(String traceId) {
    return traceId.substring(traceId.length() - SPAN_ID);
  }

  @Override
  public String generateTraceId() {
    Ids next = NEXT.get();
    return next == null ? IdGenerator.random().generateTraceId() : next.trace();
  }

  @Override
  public String generateSpanId() {
    Ids next = NEXT.get();
    String span = next == null ? null : next.span();
    return span == null ? IdGenerator.random().generateSpanId() : span;
  }
}
