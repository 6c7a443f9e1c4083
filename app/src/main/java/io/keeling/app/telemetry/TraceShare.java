package io.keeling.app.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Samples a share of all traces by their ids. The library's own sampler uses the last 16 digits. In
 * ids that are UUIDs, as Keeling's are, the first of these digits is never below 8 (RFC 9562,
 * variant), so for a share of a half that sampler would choose no trace. This class uses the first
 * twelve digits, which are a hash. Immutable; threads may share it.
 */
final class TraceShare implements Sampler {

  /** Number of hexadecimal digits that decide: 48 bits, which a double holds exactly. */
  private static final int DIGITS = 12;

  private final long below;

  TraceShare(double share) {
    this.below = (long) (share * (1L << (4 * DIGITS)));
  }

  boolean holds(String traceId) {
    return Long.parseLong(traceId.substring(0, DIGITS), 16) < below;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return holds(traceId) ? SamplingResult.recordAndSample() : SamplingResult.drop();
  }

  @Override
  public String getDescription() {
    return "TraceShare";
  }
}
