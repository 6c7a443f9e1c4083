package io.keeling.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the chart has in common with other files, held to them. */
class ChartSourcesTest {

  private static final Path ACLS = Path.of("../docs/security/kafka-acls.sh");
  private static final Path ROLES = Path.of("../docs/security/postgres-roles.sql");

  private static final Pattern ALLOW =
      Pattern.compile("(?m)^allow (\\w+) --(topic|group|transactional-id) (\\S+)(.*)$");

  private static final Pattern OPERATION = Pattern.compile("--operation (\\w+)");

  @Test
  void rulesAreThoseOfDeployPrometheus() throws IOException {
    JsonNode rule =
        Chart.the(Chart.render(Chart.EVERYTHING), "PrometheusRule", "keeling").path("spec");

    assertThat(rule).isEqualTo(Chart.read(Path.of("../deploy/prometheus/rules.yml")));
  }

  @Test
  void dashboardsAreThoseOfDeployGrafana() throws IOException {
    Map<String, String> made = new TreeMap<>();
    Chart.ofKind(Chart.render(Chart.EVERYTHING), "ConfigMap")
        .forEach(
            map ->
                map.path("data")
                    .properties()
                    .forEach(each -> made.put(each.getKey(), each.getValue().asText())));
    made.remove("keeling.yaml");
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("../deploy/grafana/dashboards"))) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(made).isEqualTo(written);
  }

  /** By their name the rules know what they are about. */
  @Test
  void whatPrometheusFindsIsTheJobThatTheRulesAskFor() throws IOException {
    List<JsonNode> documents = Chart.render(Chart.EVERYTHING);
    JsonNode monitor = Chart.the(documents, "ServiceMonitor", "keeling");
    Set<String> found = new TreeSet<>();
    for (JsonNode service : Chart.ofKind(documents, "Service")) {
      boolean chosen =
          monitor.at("/spec/selector/matchLabels").properties().stream()
              .allMatch(
                  each ->
                      service.at("/metadata/labels").path(each.getKey()).equals(each.getValue()));
      if (chosen) {
        found.add(service.at("/metadata/name").asText());
        assertThat(service.at("/spec/ports").findValuesAsText("name"))
            .contains(monitor.at("/spec/endpoints/0/port").asText());
      }
    }

    assertThat(found)
        .containsExactly("keeling-desk", "keeling-enrich", "keeling-ingest", "keeling-sink");
    assertThat(monitor.at("/spec/endpoints/0/relabelings/0/replacement").asText())
        .isEqualTo("keeling");
    assertThat(Files.readString(Path.of("../deploy/prometheus/rules.yml")))
        .contains("up{job=\"keeling\"}");
  }

  @Test
  void usersOfStrimziHaveTheRightsOfTheListAndNoOthers() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    Matcher allow = ALLOW.matcher(Files.readString(ACLS));
    while (allow.find()) {
      String type = allow.group(2).equals("transactional-id") ? "transactionalId" : allow.group(2);
      String pattern = allow.group(4).contains("prefixed") ? "prefix" : "literal";
      Set<String> rights =
          listed.computeIfAbsent("keeling-" + allow.group(1), k -> new TreeSet<>());
      OPERATION
          .matcher(allow.group(4))
          .results()
          .forEach(
              each -> rights.add(String.join(" ", type, allow.group(3), pattern, each.group(1))));
    }
    listed.remove("keeling-consumer"); // whoever that is
    Map<String, Set<String>> given = new TreeMap<>();
    String text = Files.readString(Chart.DIRECTORY.resolve("examples/kafka.yaml"));
    for (JsonNode user : Chart.ofKind(Chart.documents(text), "KafkaUser")) {
      Set<String> rights = new TreeSet<>();
      for (JsonNode acl : user.at("/spec/authorization/acls")) {
        JsonNode resource = acl.path("resource");
        for (JsonNode operation : acl.path("operations")) {
          rights.add(
              String.join(
                  " ",
                  resource.path("type").asText(),
                  resource.path("name").asText(),
                  resource.path("patternType").asText(),
                  operation.asText()));
        }
      }
      given.put(user.at("/metadata/name").asText(), rights);
    }

    assertThat(listed).hasSize(5);
    assertThat(given).isEqualTo(listed);
  }

  @Test
  void theExamplesFitTogether() throws IOException {
    String kafka = Files.readString(Chart.DIRECTORY.resolve("examples/kafka.yaml"));
    JsonNode database = Chart.read(Chart.DIRECTORY.resolve("examples/database.yaml"));
    JsonNode values = Chart.read(Chart.DIRECTORY.resolve("examples/values.yaml"));
    JsonNode defaults = Chart.read(Chart.DIRECTORY.resolve("values.yaml"));
    Set<String> users = new TreeSet<>();
    Chart.ofKind(Chart.documents(kafka), "KafkaUser")
        .forEach(user -> users.add(user.at("/metadata/name").asText()));
    Set<String> named = new TreeSet<>();
    defaults.at("/kafka/users").forEach(user -> named.add(user.asText()));
    JsonNode cluster = Chart.ofKind(Chart.documents(kafka), "Kafka").get(0);
    String name = cluster.at("/metadata/name").asText();

    assertThat(users).isEqualTo(named);
    assertThat(values.at("/kafka/bootstrapServers").asText())
        .isEqualTo(
            name + "-kafka-bootstrap:" + cluster.at("/spec/kafka/listeners/0/port").asText());
    assertThat(values.at("/kafka/authority/secret").asText()).isEqualTo(name + "-cluster-ca-cert");
    assertThat(values.at("/database/host").asText())
        .isEqualTo(database.at("/metadata/name").asText() + "-rw");
    assertThat(database.at("/spec/bootstrap/initdb/owner"))
        .isEqualTo(defaults.at("/database/sink/user"));
    assertThat(database.at("/spec/bootstrap/initdb/secret/name"))
        .isEqualTo(defaults.at("/database/sink/secret"));
    assertThat(database.at("/spec/managed/roles/0/name"))
        .isEqualTo(defaults.at("/database/desk/user"));
    assertThat(database.at("/spec/managed/roles/0/passwordSecret/name"))
        .isEqualTo(defaults.at("/database/desk/secret"));
    String roles = Files.readString(ROLES);
    database
        .at("/spec/bootstrap/initdb/postInitApplicationSQL")
        .forEach(statement -> assertThat(roles).contains(statement.asText() + ";"));
  }

  @Test
  void memoryIsWhatComposeGives() throws IOException {
    JsonNode services = Chart.read(Path.of("../docker-compose.yml")).path("services");
    JsonNode values = Chart.read(Chart.DIRECTORY.resolve("values.yaml"));

    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      String chart = values.path(role).at("/resources/limits/memory").asText();
      assertThat(chart.replace("Gi", "g").replace("Mi", "m"))
          .isEqualTo(services.path(role).path("mem_limit").asText());
    }
  }
}
