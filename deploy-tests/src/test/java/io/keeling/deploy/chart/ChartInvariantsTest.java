package io.keeling.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.desk.Desk;
import io.keeling.storage.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the documents of every file of values. */
@ParameterizedClass
@MethodSource("valuesFiles")
class ChartInvariantsTest {

  private static final List<String> ROLES = List.of("ingest", "enrich", "sink", "desk");

  /** How much longer than its role a process takes to stop: RunCommand.STOP_MARGIN. */
  private static final Duration STOP_MARGIN = Duration.ofSeconds(2);

  private final List<JsonNode> documents;

  ChartInvariantsTest(Path values) throws IOException {
    documents = Chart.render(values);
  }

  static List<Path> valuesFiles() throws IOException {
    return Chart.valuesFiles();
  }

  private JsonNode workload(String role) {
    return Chart.the(
        documents, role.equals("sink") ? "Deployment" : "StatefulSet", "keeling-" + role);
  }

  private JsonNode pod(String role) {
    return workload(role).at("/spec/template/spec");
  }

  private JsonNode container(String role) {
    return pod(role).at("/containers/0");
  }

  private List<JsonNode> workloads() {
    return Chart.ofKind(documents, "Deployment", "StatefulSet");
  }

  /** What a role makes of the file and the variables that its container has. */
  private KeelingConfig config(String role) {
    String yaml = Chart.the(documents, "ConfigMap", "keeling").at("/data/keeling.yaml").asText();
    Map<String, String> variables = new HashMap<>();
    container(role)
        .path("env")
        .forEach(each -> variables.put(each.path("name").asText(), each.path("value").asText()));
    return ConfigLoader.ofText("keeling.yaml", yaml, variables).load();
  }

  private int healthPort(String role) {
    return switch (role) {
      case "ingest" -> config(role).health().ingestPort();
      case "enrich" -> config(role).health().enrichPort();
      case "sink" -> config(role).health().sinkPort();
      default -> config(role).health().deskPort();
    };
  }

  @Test
  void nobodyIsRootOrGainsRightsOrWritesOutsideOfItsVolumes() {
    for (JsonNode workload : workloads()) {
      JsonNode pod = workload.at("/spec/template/spec");
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(pod.path("hostNetwork").asBoolean(false)).isFalse();
      assertThat(pod.path("containers")).hasSize(1);
      JsonNode security = pod.at("/containers/0/securityContext");
      assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
      assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
      Set<String> writable = new TreeSet<>();
      pod.at("/containers/0/volumeMounts")
          .forEach(
              mount -> {
                if (!mount.path("readOnly").asBoolean(false)) {
                  writable.add(mount.path("mountPath").asText());
                }
              });
      assertThat(writable).containsExactly("/tmp", "/var/lib/keeling");
    }
  }

  @Test
  void everyMountHasItsVolumeAndEveryVolumeItsMount() {
    for (JsonNode workload : workloads()) {
      Set<String> volumes = new TreeSet<>();
      workload.at("/spec/template/spec/volumes").forEach(v -> volumes.add(v.path("name").asText()));
      workload
          .at("/spec/volumeClaimTemplates")
          .forEach(v -> volumes.add(v.at("/metadata/name").asText()));
      Set<String> mounts = new TreeSet<>();
      workload
          .at("/spec/template/spec/containers/0/volumeMounts")
          .forEach(mount -> mounts.add(mount.path("name").asText()));
      assertThat(mounts).as(Chart.name(workload)).isEqualTo(volumes);
    }
  }

  @Test
  void theSettingsAreOnesThatEachRoleStartsWith() {
    for (String role : ROLES) {
      KeelingConfig config = config(role);
      assertThat(container(role).path("args").toString())
          .isEqualTo("[\"run\",\"%s\"]".formatted(role));
      assertThat(config.health().bindAddress()).isEqualTo("0.0.0.0");
      assertThat(config.desk().bindAddress()).isEqualTo("0.0.0.0");
      for (Path state :
          List.of(
              config.ingest().streams().stateDirectory(),
              config.enrich().stateDirectory(),
              config.desk().search().directory())) {
        assertThat(state).startsWithRaw(Path.of("/var/lib/keeling"));
      }
      assertThat(config.database().url()).doesNotContain("localhost");
      // Kubernetes' own variables, such as KEELING_DESK_PORT, would be taken for settings.
      assertThat(pod(role).path("enableServiceLinks").asBoolean(true)).isFalse();
    }
  }

  @Test
  void everyRoleIsAskedForItsHealthWhereItAnswers() {
    for (String role : ROLES) {
      JsonNode container = container(role);
      assertThat(container.path("ports").findValuesAsText("containerPort"))
          .contains(String.valueOf(healthPort(role)));
      assertThat(container.at("/ports/0/name").asText()).isEqualTo("health");
      assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(healthPort(role));
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        JsonNode get = container.path(probe).path("httpGet");
        assertThat(get.path("port").asText()).isEqualTo("health");
        assertThat(get.path("path").asText())
            .isEqualTo(probe.equals("readinessProbe") ? "/readyz" : "/healthz");
      }
    }
  }

  @Test
  void aRoleIsGivenLongerToStopThanItTakes() {
    Map<String, Duration> closing =
        Map.of(
            "ingest", config("ingest").ingest().instances().closeTimeout(),
            "enrich", config("enrich").enrich().closeTimeout(),
            "sink", config("sink").sink().closeTimeout(),
            "desk", Desk.CLOSE_TIMEOUT);
    for (String role : ROLES) {
      int before = container(role).at("/lifecycle/preStop/exec/command/1").asInt(0);
      assertThat(pod(role).path("terminationGracePeriodSeconds").asLong())
          .isGreaterThan(closing.get(role).plus(STOP_MARGIN).toSeconds() + before);
    }
  }

  @Test
  void everyContainerHasLimitsAndItsMemoryIsItsOwn() {
    for (JsonNode workload : workloads()) {
      JsonNode resources = workload.at("/spec/template/spec/containers/0/resources");
      assertThat(resources.at("/limits/cpu").asText()).isNotEmpty();
      assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
      assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
      assertThat(resources.at("/requests/memory")).isEqualTo(resources.at("/limits/memory"));
    }
  }

  @Test
  void noImageIsTheLatest() {
    for (JsonNode workload : workloads()) {
      assertThat(workload.at("/spec/template/spec/containers/0/image").asText())
          .matches("\\S+(:(?!latest)[\\w.-]+|@sha256:[0-9a-f]{64})");
    }
  }

  @Test
  void noSecretStandsInADocument() {
    assertThat(Chart.ofKind(documents, "Secret")).isEmpty();
    for (String role : ROLES) {
      KeelingConfig config = config(role);
      assertThat(config.database().password()).isNull();
      config
          .kafka()
          .properties()
          .forEach(
              (key, value) -> {
                if (key.contains("password") || key.contains("jaas")) {
                  assertThat(value).startsWith("${directory:/run/secrets/keeling/kafka:");
                }
              });
    }
  }

  @Test
  void sinkAndDeskAreEachAUserOfTheDatabaseAndTheOthersAreNone() {
    for (String role : ROLES) {
      boolean asks = role.equals("sink") || role.equals("desk");
      DatabaseConfig database = config(role).database();
      assertThat(database.user()).isEqualTo(asks ? "keeling_" + role : "keeling");
      assertThat(database.passwordFile())
          .isEqualTo(asks ? Path.of("/run/secrets/keeling/database-" + role, "password") : null);
    }
    for (JsonNode cli : workloads()) {
      if (Chart.name(cli).endsWith("-cli")) {
        assertThat(cli.at("/spec/template/spec/containers/0/env").toString())
            .contains("keeling_sink", "/run/secrets/keeling/database-sink/password");
      }
    }
  }

  @Test
  void aPasswordOfTheDatabaseIsMountedWhereItIsUsedAndNowhereElse() {
    for (String role : ROLES) {
      Set<String> mounted = new TreeSet<>();
      container(role)
          .path("volumeMounts")
          .forEach(mount -> mounted.add(mount.path("mountPath").asText()));
      for (String user : List.of("sink", "desk")) {
        assertThat(mounted.contains("/run/secrets/keeling/database-" + user))
            .as("%s has the password of %s", role, user)
            .isEqualTo(role.equals(user));
      }
    }
  }

  @Test
  void aBudgetNeverKeepsAllPodsFromGoing() {
    for (JsonNode budget : Chart.ofKind(documents, "PodDisruptionBudget")) {
      assertThat(budget.at("/spec/maxUnavailable").asInt()).isPositive();
      assertThat(budget.at("/spec/minAvailable").isMissingNode()).isTrue();
      String role = budget.at("/spec/selector/matchLabels/app.kubernetes.io~1component").asText();
      assertThat(ROLES).contains(role);
    }
  }

  @Test
  void whoeverScalesARoleIsAloneInIt() {
    for (String role : ROLES) {
      long scaling =
          Chart.ofKind(documents, "HorizontalPodAutoscaler", "ScaledObject").stream()
              .filter(
                  each -> each.at("/spec/scaleTargetRef/name").asText().equals("keeling-" + role))
              .peek(
                  each ->
                      assertThat(each.at("/spec/scaleTargetRef/kind"))
                          .isEqualTo(workload(role).path("kind")))
              .count();
      assertThat(scaling).isLessThanOrEqualTo(1);
      assertThat(workload(role).at("/spec/replicas").isMissingNode()).isEqualTo(scaling == 1);
    }
  }

  @Test
  void podsOfARoleAreSpreadAndChosenByLabelsThatTheyHave() {
    for (String role : ROLES) {
      JsonNode labels = workload(role).at("/spec/template/metadata/labels");
      assertThat(pod(role).path("topologySpreadConstraints")).hasSize(2);
      pod(role)
          .path("topologySpreadConstraints")
          .forEach(spread -> assertSelects(spread.at("/labelSelector/matchLabels"), labels));
      assertSelects(workload(role).at("/spec/selector/matchLabels"), labels);
    }
    for (JsonNode service : Chart.ofKind(documents, "Service")) {
      JsonNode selector = service.at("/spec/selector");
      if (!selector.isMissingNode()) {
        String role = selector.path("app.kubernetes.io/component").asText();
        assertSelects(selector, workload(role).at("/spec/template/metadata/labels"));
        service
            .at("/spec/ports")
            .forEach(
                port ->
                    assertThat(container(role).path("ports").findValuesAsText("name"))
                        .contains(port.path("targetPort").asText()));
      }
    }
  }

  private static void assertSelects(JsonNode selector, JsonNode labels) {
    assertThat(selector).isNotEmpty();
    selector
        .properties()
        .forEach(each -> assertThat(labels.path(each.getKey())).isEqualTo(each.getValue()));
  }
}
