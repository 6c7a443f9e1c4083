package io.keeling.app.telemetry;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives traces the ids that they have already, those of {@code keeling-trace}, and their first step
 * one that follows from it: so whoever knows the trace can go on from that step, days later and in
 * another process, and nothing about it has to be kept. Threads may share it.
 */
final class TraceIds implements IdGenerator {

  /** Hexadecimal digits of a span's id (W3C Trace Context). */
  private static final int SPAN_ID = 16;

  /** The ids for the span that this thread begins next. */
  private static final ThreadLocal<@Nullable Ids> NEXT = new ThreadLocal<>();

  /**
   * What a span is to be called.
   *
   * @param span its own id; null for any
   */
  record Ids(String trace, @Nullable String span) {}

  /** Begins a span with given ids; null for random ones. */
  static <T> T with(@Nullable Ids ids, Supplier<T> begin) {
    NEXT.set(ids);
    try {
      return begin.get();
    } finally {
      NEXT.remove();
    }
  }

  /** The W3C id of one of our traces (32 digits, or a UUID); null for anything else. */
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
