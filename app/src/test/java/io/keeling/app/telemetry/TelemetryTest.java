package io.keeling.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.TelemetryConfig;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.embedded.FreePorts;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of steps, to whom, and what it costs where nobody is told. */
class TelemetryTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  static TelemetryConfig config(String endpoint, double sampled) {
    String yaml =
        "telemetry: {otlp: {endpoint: \"%s\"}, sampled: %s}\n".formatted(endpoint, sampled);
    return ConfigLoader.ofText("the test's settings", yaml, Map.of()).load().telemetry();
  }

  /** Nobody listens there. */
  private Tracing toNobody(double sampled) {
    return Telemetry.of("sink", config("http://127.0.0.1:" + FreePorts.find(), sampled), meters);
  }

  private double count(String result) {
    return meters.get("keeling.telemetry.spans").tag("result", result).counter().count();
  }

  private static Headers headers(String name, String value) {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, name, value);
    return headers;
  }

  @Test
  void byDefaultNothingIsToldAndHeadersStayAsTheyAre() {
    Tracing tracing = Telemetry.of("sink", config("", 1), meters);
    Headers headers = headers(HeaderNames.TRACE_PARENT, "as-it-came");

    try (Step step = tracing.next("store", headers, Instant.now())) {
      step.about(Detail.ARTICLE, "a").inject(headers);
    }

    assertThat(tracing.isOn()).isFalse();
    assertThat(HeaderValues.get(headers, HeaderNames.TRACE_PARENT)).isEqualTo("as-it-came");
    assertThat(tracing.afterFirst(TRACE)).isNull();
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void nothingOfOpenTelemetryIsLoadedWhereNobodyIsToldAndMuchWhereSomebodyIs(@TempDir Path folder)
      throws Exception {
    assertThat(loaded(folder.resolve("off"), "")).isEmpty();
    assertThat(loaded(folder.resolve("on"), "http://127.0.0.1:" + FreePorts.find()))
        .hasSizeGreaterThan(100);
  }

  /** Classes of OpenTelemetry that a JVM of its own loads. */
  private static List<String> loaded(Path log, String endpoint) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                OneStep.class.getName(),
                endpoint)
            .redirectErrorStream(true)
            .redirectOutput(log.resolveSibling(log.getFileName() + ".out").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).anyMatch(line -> line.contains("io.keeling.app.telemetry.Telemetry "));
    return lines.stream().filter(line -> line.contains(" io.opentelemetry.")).toList();
  }

  /** The process of {@link #loaded}. */
  static final class OneStep {

    private OneStep() {}

    public static void main(String[] arguments) {
      String endpoint = arguments.length == 0 ? "" : arguments[0];
      Tracing tracing = Telemetry.of("sink", config(endpoint, 1), new SimpleMeterRegistry());
      try (Step step = tracing.next("store", new RecordHeaders(), Instant.now())) {
        step.about(Detail.ARTICLE, "a");
      }
      // Not closed: what nobody takes is not waited for.
    }
  }

  @Test
  void aStepGoesOnFromTheOneThatWroteTheRecord() {
    try (Tracing tracing = toNobody(1)) {
      Headers headers = headers(HeaderNames.TRACE_PARENT, "00-" + TRACE + "-00f067aa0ba902b7-01");
      try (Step step = tracing.next("read", headers, Instant.now())) {
        step.inject(headers);
      }

      assertThat(HeaderValues.get(headers, HeaderNames.TRACE_PARENT))
          .startsWith("00-" + TRACE + "-")
          .endsWith("-01")
          .doesNotContain("00f067aa0ba902b7");
    }
  }

  @Test
  void theFirstStepIsNamedByItsTraceAloneWheneverItWas() {
    try (Tracing tracing = toNobody(1);
        Tracing ofAnother = toNobody(1);
        Step first = tracing.first("discover", TRACE)) {
      assertThat(first.context()).isEqualTo("00-" + TRACE + "-a3ce929d0e0e4736-01");
      assertThat(ofAnother.afterFirst(TRACE)).isEqualTo(first.context());
      assertThat(tracing.afterFirst(UUID.fromString("4bf92f35-77b3-4da6-a3ce-929d0e0e4736") + ""))
          .isEqualTo(first.context());
    }
  }

  @Test
  void aRecordThatNobodyToldOfBeginsTheTraceThatItHas() {
    try (Tracing tracing = toNobody(1);
        Step step = tracing.next("read", headers(HeaderNames.TRACE, TRACE), Instant.now())) {
      assertThat(step.context()).startsWith("00-" + TRACE + "-").endsWith("-01");
      assertThat(step.context()).isNotEqualTo(tracing.afterFirst(TRACE));
    }
  }

  @Test
  void headersThatCannotBeReadAreNone() {
    try (Tracing tracing = toNobody(1)) {
      for (String wrong :
          new String[] {"", "x", "00-0-0-0", "00-" + TRACE + "-0000000000000000-01"}) {
        try (Step step =
            tracing.next("read", headers(HeaderNames.TRACE_PARENT, wrong), Instant.now())) {
          assertThat(step.context()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }
      }
      assertThat(tracing.afterFirst("keeling.fetches-0-17")).isNull();
      try (Step step = tracing.first("discover", "keeling.fetches-0-17")) {
        assertThat(step.context()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      }
    }
  }

  @Test
  void aShareOfTracesIsToldWholeOrNotAtAll() {
    try (Tracing tracing = toNobody(0.25);
        Tracing ofAnother = toNobody(0.25)) {
      int told = 0;
      for (int i = 0; i < 4_000; i++) {
        String trace = UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}).toString();
        String parent = ofAnother.afterFirst(trace);
        try (Step first = tracing.first("discover", trace);
            Step next =
                ofAnother.next("fetch", headers(HeaderNames.TRACE_PARENT, parent), Instant.now())) {
          assertThat(first.context()).isEqualTo(parent);
          assertThat(next.context()).endsWith(parent.substring(parent.length() - 3));
        }
        told += parent.endsWith("-01") ? 1 : 0;
      }
      assertThat(told).isBetween(880, 1_120);
      assertThat(count("ended")).isEqualTo(2 * told);
    }
  }

  @Test
  void withoutACollectorStepsAreLostAndNobodyWaits() {
    long start = System.nanoTime();
    try (Tracing tracing = toNobody(1)) {
      for (int i = 0; i < 20_000; i++) {
        try (Step step = tracing.next("store", new RecordHeaders(), Instant.now())) {
          step.about(Detail.REVISION, i);
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      start = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(count("ended")).isEqualTo(20_000);
    assertThat(count("lost")).isPositive();
    assertThat(count("sent")).isZero();
  }
}
