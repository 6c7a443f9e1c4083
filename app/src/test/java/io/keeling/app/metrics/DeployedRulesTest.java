package io.keeling.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds rules and dashboards to the document of metrics and alerts. */
class DeployedRulesTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Path RULES = REPOSITORY.resolve("deploy/prometheus/rules.yml");
  private static final Path DASHBOARDS = REPOSITORY.resolve("deploy/grafana/dashboards");

  private static final Pattern METRIC =
      Pattern.compile("\\b(keeling|jvm|process|system)_[a-z_]+\\b");

  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `(keeling_[a-z_]+)` \\| (\\w+) \\|");

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    YAML.readTree(RULES.toFile())
        .path("groups")
        .forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  private static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.sorted().toList()) {
        dashboards.add(JSON.readTree(file.toFile()));
      }
    }
    return dashboards;
  }

  private static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    rules().forEach(rule -> expressions.add(rule.path("expr").asText()));
    for (JsonNode dashboard : dashboards()) {
      dashboard
          .path("panels")
          .forEach(
              panel ->
                  panel
                      .path("targets")
                      .forEach(target -> expressions.add(target.path("expr").asText())));
    }
    return expressions;
  }

  /** Names as series have them: what a histogram or summary is made of, and what the JVM shows. */
  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    Matcher rows = DOCUMENTED.matcher(Files.readString(REPOSITORY.resolve("docs/metrics.md")));
    while (rows.find()) {
      String name = rows.group(1);
      switch (rows.group(2)) {
        case "histogram" ->
            known.addAll(List.of(name + "_bucket", name + "_count", name + "_sum", name + "_max"));
        case "summary" -> known.addAll(List.of(name + "_count", name + "_sum", name + "_max"));
        default -> known.add(name);
      }
    }
    Pattern.compile("(?m)^# TYPE ((?:jvm|process|system)_\\S+) ")
        .matcher(ProcessMetrics.registry().scrape())
        .results()
        .forEach(type -> known.add(type.group(1)));
    // There once a collection has paused the program.
    known.addAll(List.of("jvm_gc_pause_seconds_sum", "jvm_gc_pause_seconds_count"));
    return known;
  }

  @Test
  void everyExpressionAsksForMetricsThatThereAre() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (String expression : expressions()) {
      Matcher metrics = METRIC.matcher(expression);
      while (metrics.find()) {
        unknown.add(metrics.group());
      }
    }
    unknown.removeAll(known());

    assertThat(expressions()).hasSizeGreaterThan(50).doesNotContain("");
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyAlertHasAnEntryInTheDocumentAndNoEntryIsWithout() throws IOException {
    Set<String> entries =
        Files.readAllLines(REPOSITORY.resolve("docs/metrics.md")).stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> alerts = new TreeSet<>();
    for (JsonNode rule : rules()) {
      String name = rule.path("alert").asText();
      alerts.add(name);
      assertThat(rule.at("/annotations/runbook").asText())
          .isEqualTo("docs/metrics.md#" + name.toLowerCase(java.util.Locale.ROOT));
      assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
      assertThat(rule.path("for").asText()).as(name).matches("\\d+[mh]");
    }

    assertThat(alerts).isEqualTo(entries);
  }

  @Test
  void dashboardsHaveDistinctNamesAndPanelsThatSayWhatTheyShow() throws IOException {
    Set<String> names = new HashSet<>();
    for (JsonNode dashboard : dashboards()) {
      assertThat(names.add(dashboard.path("uid").asText())).isTrue();
      assertThat(dashboard.path("panels")).isNotEmpty();
      Set<Integer> ids = new HashSet<>();
      dashboard
          .path("panels")
          .forEach(
              panel -> {
                assertThat(ids.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
                assertThat(panel.path("targets")).isNotEmpty();
              });
    }
    assertThat(names).hasSize(4);
  }
}
