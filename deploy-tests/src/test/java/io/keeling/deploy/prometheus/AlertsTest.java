package io.keeling.deploy.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.environment.Programs;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Alerts and configurations as Debian's promtool and amtool take them. */
class AlertsTest {

  private static final Path UNIT_TESTS = Path.of("src/test/prometheus/alerts.yml");

  private static void assertTaken(String... command) throws IOException, InterruptedException {
    Programs.Result result = Programs.run(List.of(command));

    assertThat(result.status()).as(result.output()).isZero();
  }

  @Test
  @RequiresProgram("promtool")
  void eachAlertIsQuietBeforeItsTimeAndFiresAfterIt() throws Exception {
    assertTaken("promtool", "test", "rules", UNIT_TESTS.toString());
  }

  @Test
  void noAlertIsWithoutATestOfBoth() throws IOException {
    Set<String> quiet = new TreeSet<>();
    Set<String> firing = new TreeSet<>();
    for (JsonNode test : Rules.YAML.readTree(UNIT_TESTS.toFile()).path("tests")) {
      for (JsonNode moment : test.path("alert_rule_test")) {
        (moment.has("exp_alerts") ? firing : quiet).add(moment.path("alertname").asText());
      }
    }

    assertThat(firing).isEqualTo(Rules.alerts().keySet());
    assertThat(quiet).isEqualTo(Rules.alerts().keySet());
  }

  @Test
  @RequiresProgram("promtool")
  void prometheusTakesItsConfigurationAndTheRules() throws Exception {
    assertTaken(
        "promtool", "check", "config", Rules.PROMETHEUS.resolve("prometheus.yml").toString());
    assertTaken("promtool", "check", "rules", Rules.PROMETHEUS.resolve("rules.yml").toString());
  }

  @Test
  @RequiresProgram("amtool")
  void alertmanagerTakesItsConfiguration() throws Exception {
    assertTaken("amtool", "check-config", Rules.ALERTMANAGER.toString());
  }
}
