package io.keeling.deploy.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules and dashboards that are deployed. */
final class Rules {

  static final ObjectMapper YAML = new YAMLMapper();
  static final Path PROMETHEUS = Path.of("../deploy/prometheus");
  static final Path ALERTMANAGER = Path.of("../deploy/alertmanager/alertmanager.yml");
  static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");

  private Rules() {}

  /** The alerts by their names, with what they ask. */
  static Map<String, String> alerts() throws IOException {
    Map<String, String> alerts = new TreeMap<>();
    for (JsonNode group : YAML.readTree(PROMETHEUS.resolve("rules.yml").toFile()).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        alerts.put(rule.path("alert").asText(), rule.path("expr").asText());
      }
    }
    return alerts;
  }

  /** What each panel asks, by dashboard, title and letter. */
  static Map<String, String> panels() throws IOException {
    Map<String, String> panels = new TreeMap<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.toList()) {
        JsonNode dashboard = YAML.readTree(file.toFile());
        for (JsonNode panel : dashboard.path("panels")) {
          for (JsonNode target : panel.path("targets")) {
            String name =
                String.join(
                    " / ",
                    dashboard.path("title").asText(),
                    panel.path("title").asText(),
                    target.path("refId").asText());
            panels.put(name, target.path("expr").asText());
          }
        }
      }
    }
    return panels;
  }

  /**
   * What an alert compares. As long as all is well its expression yields nothing, for a comparison
   * drops what it is not true of; with {@code bool} it says 0 instead. Of an {@code unless} both
   * sides are asked for by themselves.
   */
  static List<String> compared(String expression) {
    List<String> parts = new ArrayList<>();
    for (String part : expression.split(" unless on \\(\\w+\\) ")) {
      parts.add(part.replaceAll(" (==|!=|>=|<=|>|<) ", " $1 bool "));
    }
    return parts;
  }

  /**
   * The rules without patience: what lasts fires at once, and windows are those of a test. That of
   * {@code changes} stays, for it makes nobody wait. Limits are those that are deployed.
   */
  static String impatient() throws IOException {
    ObjectNode rules = (ObjectNode) YAML.readTree(PROMETHEUS.resolve("rules.yml").toFile());
    for (JsonNode group : rules.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        ObjectNode changed = (ObjectNode) rule;
        changed.put("for", "0s");
        String expression = rule.path("expr").asText();
        if (!expression.startsWith("changes(")) {
          changed.put("expr", expression.replaceAll("\\[\\d+[mh]]", "[30s]"));
        }
      }
    }
    return YAML.writeValueAsString(rules);
  }

  /**
   * The configuration of deploy/prometheus, which finds its targets in a file instead of by DNS, as
   * fast to see that one is gone, and tells an Alertmanager of this machine.
   */
  static String configuration(Path targets, int alertmanager) throws IOException {
    ObjectNode config = (ObjectNode) YAML.readTree(PROMETHEUS.resolve("prometheus.yml").toFile());
    ((ObjectNode) config.path("global"))
        .put("scrape_interval", "1s")
        .put("evaluation_interval", "1s");
    ((ObjectNode) config.at("/alerting/alertmanagers/0/static_configs/0"))
        .putArray("targets")
        .add("127.0.0.1:" + alertmanager);
    ObjectNode job = (ObjectNode) config.at("/scrape_configs/0");
    job.remove("dns_sd_configs");
    job.putArray("file_sd_configs")
        .addObject()
        .put("refresh_interval", "1s")
        .putArray("files")
        .add(targets.toString());
    return YAML.writeValueAsString(config);
  }

  /** What is found now: a target for each port. */
  static void find(Path targets, Collection<Integer> ports) throws IOException {
    ArrayNode found = YAML.createArrayNode();
    ports.forEach(port -> found.addObject().putArray("targets").add(WatchedKeeling.instance(port)));
    Path next = targets.resolveSibling(targets.getFileName() + ".next");
    Files.writeString(next, YAML.writeValueAsString(found));
    Files.move(next, targets, StandardCopyOption.ATOMIC_MOVE);
  }
}
