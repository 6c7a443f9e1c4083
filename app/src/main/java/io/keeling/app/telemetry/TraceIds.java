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

  /** What the span that this thread begins is to be called. */
  private static final ThreadLocal<@Nullable Ids> NEXT = new ThreadLocal<>();

  /**
   * What a span is to be called.
   *
   * @param span its own id; null for any
   */
  record Ids(String trace, @Nullable String span) {}

  /** Begins a span under ids of ours; null lets both be made up. */
  static <T> T with(@Nullable Ids ids, Supplier<T> begin) {
    NEXT.set(ids);
    try {
      return begin.get();
    } finally {
      NEXT.remove();
    }
  }

  /** The id of W3C's for one of ours: 32 digits, perhaps as a UUID; null for what is neither. */
  static @Nullable String traceId(String trace) {
    String id = trace.replace("-", "").toLowerCase(Locale.ROOT);
    return TraceId.isValid(id) ? id : null;
  }

  /** The id of the first step of a trace. */
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
