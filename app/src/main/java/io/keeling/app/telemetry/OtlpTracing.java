package io.keeling.app.telemetry;

import io.keeling.app.build.Build;
import io.keeling.app.config.TelemetryConfig;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Sends steps to an OpenTelemetry collector, over HTTP with the JDK's client, in a background
 * thread. Steps that the collector does not accept in time are lost: they wait in a queue that
 * drops new steps when it is full, and nothing is sent twice. Threads may share it.
 */
final class OtlpTracing implements Tracing {

  /** Maximum number of queued steps: some seconds of the fastest pipeline, a few megabytes. */
  private static final int QUEUE = 4_096;

  /** Maximum number of steps in one request. */
  private static final int BATCH = 512;

  /** How long a step waits for a batch. */
  private static final Duration DELAY = Duration.ofSeconds(1);

  /** Time limit for a request; meanwhile further steps wait in the queue. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Longest attribute value, in characters: ids and hosts are shorter. */
  private static final int LONGEST_VALUE = 256;

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final TraceShare share;
  private final CountedExporter counter;

  private OtlpTracing(SdkTracerProvider provider, TraceShare share, CountedExporter counter) {
    this.provider = provider;
    this.tracer = provider.get("io.keeling");
    this.share = share;
    this.counter = counter;
  }

  static Tracing start(String role, TelemetryConfig config, MeterRegistry meters) {
    TraceShare share = new TraceShare(config.sampled());
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(config.otlp().traces())
            .setConnectTimeout(LIMIT)
            .setTimeout(LIMIT)
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider::noop)
            .build();
    CountedExporter counter = new CountedExporter(exporter, meters);
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(resource(role))
            .setIdGenerator(new TraceIds())
            .setSampler(Sampler.parentBased(share))
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST_VALUE).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(counter)
                    .setMaxQueueSize(QUEUE)
                    .setMaxExportBatchSize(BATCH)
                    .setScheduleDelay(DELAY)
                    .setExporterTimeout(LIMIT)
                    .setMeterProvider(MeterProvider.noop())
                    .build())
            .build();
    return new OtlpTracing(provider, share, counter);
  }

  private static Resource resource(String role) {
    return Resource.create(
        Attributes.of(
            AttributeKey.stringKey("service.namespace"),
            "keeling",
            AttributeKey.stringKey("service.name"),
            "keeling-" + role,
            AttributeKey.stringKey("service.version"),
            Build.version(),
            AttributeKey.stringKey("service.instance.id"),
            UUID.randomUUID().toString()));
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Step first(String what, String trace) {
    SpanBuilder span = tracer.spanBuilder(what).setNoParent().setSpanKind(SpanKind.PRODUCER);
    String id = TraceIds.traceId(trace);
    TraceIds.Ids ids = id == null ? null : new TraceIds.Ids(id, TraceIds.rootSpanId(id));
    return TraceIds.with(ids, () -> new OtlpStep(span.startSpan(), counter));
  }

  @Override
  public @Nullable String afterFirst(String trace) {
    String id = TraceIds.traceId(trace);
    if (id == null) {
      return null;
    }
    TraceFlags flags = share.holds(id) ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return TraceParent.text(
        SpanContext.create(id, TraceIds.rootSpanId(id), flags, TraceState.getDefault()));
  }

  @Override
  public Step next(String what, Headers headers, Instant began) {
    SpanBuilder span =
        tracer
            .spanBuilder(what)
            .setSpanKind(SpanKind.CONSUMER)
            .setStartTimestamp(nanos(began), TimeUnit.NANOSECONDS);
    SpanContext parent = TraceParent.of(headers);
    if (parent.isValid()) {
      return new OtlpStep(
          span.setParent(Context.root().with(Span.wrap(parent))).startSpan(), counter);
    }
    // The record was not written with tracing, for example by an import: this step begins its
    // trace.
    String trace = HeaderValues.get(headers, HeaderNames.TRACE);
    String id = trace == null ? null : TraceIds.traceId(trace);
    TraceIds.Ids ids = id == null ? null : new TraceIds.Ids(id, null);
    return TraceIds.with(ids, () -> new OtlpStep(span.setNoParent().startSpan(), counter));
  }

  @Override
  public Step together(String what, List<Headers> records, Instant began) {
    SpanBuilder span =
        tracer
            .spanBuilder(what)
            .setNoParent()
            .setSpanKind(SpanKind.CONSUMER)
            .setStartTimestamp(nanos(began), TimeUnit.NANOSECONDS);
    records.stream()
        .map(TraceParent::of)
        .filter(SpanContext::isValid)
        .limit(SpanLimits.getDefault().getMaxNumberOfLinks())
        .forEach(span::addLink);
    return new OtlpStep(span.startSpan(), counter);
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  @Override
  public void close() {
    provider.shutdown().join(Telemetry.CLOSE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
