package io.keeling.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProcessMetricsTest {

  private final PrometheusMeterRegistry meters = ProcessMetrics.registry();

  private List<String> lines(String pattern) {
    return Pattern.compile("(?m)^" + pattern + "$")
        .matcher(meters.scrape())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void aProcessSaysWhichProgramItIs() {
    assertThat(
            lines(
                "keeling_build_info\\{commit=\"([0-9a-f]{12}(-dirty)?|sources-[0-9a-f]{12})\",committed=\"[^\"]+\",java=\"[^\"]+\",version=\"\\d[^\"]*\"} 1(\\.0)?"))
        .hasSize(1);
    assertThat(meters.scrape())
        .contains("jvm_memory_used_bytes{", "process_uptime_seconds ", "jvm_threads_live_threads ");
  }

  @Test
  void aHistogramOfTimesHasFewBuckets() {
    Timer timer = Timer.builder("keeling.some").publishPercentileHistogram().register(meters);
    timer.record(Duration.ofMillis(400));

    assertThat(lines("keeling_some_seconds_bucket.*")).hasSize(FewBuckets.LIMITS.length + 1);
    assertThat(lines("keeling_some_seconds_bucket\\{le=\"0.1\"} 0")).hasSize(1);
    assertThat(lines("keeling_some_seconds_bucket\\{le=\"0.5\"} 1")).hasSize(1);
  }

  @Test
  void limitsOfItsOwnAreKeptAndNoneAreAddedToATimerWithout() {
    Timer.builder("keeling.own")
        .serviceLevelObjectives(Duration.ofSeconds(7))
        .register(meters)
        .record(Duration.ofSeconds(1));
    meters.timer("keeling.plain").record(Duration.ofSeconds(1));

    assertThat(lines("keeling_own_seconds_bucket.*")).hasSize(2);
    assertThat(lines("keeling_plain_seconds_bucket.*")).isEmpty();
  }
}
