package io.keeling.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.environment.Programs;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files as an operator finds them; without an engine. */
class ComposeFilesTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final String BASE = "docker-compose.yml";
  private static final List<String> OVER =
      List.of(
          "docker-compose.cluster.yml", "docker-compose.secrets.yml", "docker-compose.health.yml");

  /** Lines of a screen. Chosen: a terminal on half of a monitor that stands upright. */
  private static final int SCREEN = 80;

  private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z0-9_]+)");
  private static final Pattern OFFERED = Pattern.compile("(?m)^#?([A-Z0-9_]+)=");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Programs.Result config(List<String> files, String... further) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--env-file", "/dev/null"));
    files.forEach(file -> command.addAll(List.of("--file", file)));
    command.addAll(List.of(further));
    command.addAll(List.of("config", "--format", "json"));
    return Programs.run(command, REPOSITORY);
  }

  /** What compose makes of files, without what it keeps for others. */
  private static ObjectNode model(List<String> files, String... further) throws Exception {
    Programs.Result result = config(files, further);
    assertThat(result.status()).as(result.output()).isZero();
    ObjectNode model = (ObjectNode) JSON.readTree(result.output());
    Set<String> extensions =
        model.properties().stream()
            .map(each -> each.getKey())
            .filter(key -> key.startsWith("x-"))
            .collect(Collectors.toSet());
    return model.without(extensions);
  }

  private static List<String> services(String... further) throws Exception {
    List<String> names = new ArrayList<>();
    model(List.of(BASE), further).path("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(String file) throws IOException {
    return Files.readString(REPOSITORY.resolve(file));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @RequiresProgram("docker")
  void theOrderOfTheFilesAfterTheFirstChangesNothing() throws Exception {
    ObjectNode first = null;
    for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0))) {
      List<String> files = Stream.concat(Stream.of(BASE), order.stream().map(OVER::get)).toList();
      ObjectNode model = model(files, "--profile", "*");
      assertThat(first == null ? model : first).isEqualTo(model);
      first = model;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 BASE", "1 BASE", "2 BASE", "0 BASE 1", "2 1 BASE 0"})
  @RequiresProgram("docker")
  void aFileBeforeTheFirstIsRefusedInOneLineThatNamesBoth(String order) throws Exception {
    List<String> files =
        Stream.of(order.split(" "))
            .map(each -> each.equals("BASE") ? BASE : OVER.get(Integer.parseInt(each)))
            .toList();

    Programs.Result result = config(files);

    assertThat(result.status()).isNotZero();
    assertThat(result.output().strip().lines()).hasSize(1);
    assertThat(result.output())
        .containsPattern("docker-compose.yml-comes-before-docker-compose\\.");
    assertThat(files).anySatisfy(file -> assertThat(result.output()).contains("before-" + file));
  }

  @Test
  @RequiresProgram("docker")
  void profilesAddWhatTheyAreNamedFor() throws Exception {
    List<String> always = services();

    assertThat(always)
        .containsExactlyInAnyOrder("kafka", "postgres", "ingest", "enrich", "sink", "desk");
    assertThat(services("--profile", "demo")).containsAll(always).contains("newsroom").hasSize(7);
    assertThat(services("--profile", "observability"))
        .containsAll(always)
        .contains("prometheus", "alertmanager", "grafana")
        .hasSize(9);
  }

  @Test
  @RequiresProgram("docker")
  void theImageIsBuiltOnceAndAlsoForACommandAlone() throws Exception {
    assertThat(builders()).containsExactly("ingest");
    assertThat(builders("--profile", "demo", "--profile", "observability"))
        .containsExactly("ingest");
    assertThat(builders("--profile", "cli")).containsExactlyInAnyOrder("ingest", "cli");
  }

  private static List<String> builders(String... further) throws Exception {
    return model(List.of(BASE), further).path("services").properties().stream()
        .filter(service -> service.getValue().has("build"))
        .map(service -> service.getKey())
        .toList();
  }

  @Test
  @RequiresProgram("docker")
  void aCommandReachesWhatTheRolesReach() throws Exception {
    JsonNode services = model(List.of(BASE), "--profile", "cli").path("services");
    JsonNode cli = services.path("cli");

    assertThat(cli.path("restart").asText()).isEqualTo("no");
    assertThat(cli.path("networks")).isEqualTo(services.at("/ingest/networks"));
    assertThat(cli.path("volumes").toString()).contains("/etc/keeling/keeling.yaml");
    for (String variable : List.of("KEELING_KAFKA_BOOTSTRAP_SERVERS", "KEELING_DATABASE_URL")) {
      assertThat(cli.path("environment").path(variable))
          .isEqualTo(services.at("/sink/environment").path(variable));
    }
    assertThat(cli.at("/environment/KEELING_INGEST_NETWORK_HOST_ADDRESSES"))
        .isEqualTo(services.at("/ingest/environment/KEELING_INGEST_NETWORK_HOST_ADDRESSES"));
  }

  @Test
  @RequiresProgram("docker")
  void healthIsPublishedWhereItIsAskedForAndOnThisMachineAlone() throws Exception {
    JsonNode services = model(List.of(BASE, "docker-compose.health.yml")).path("services");

    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      String asked = services.path(role).at("/healthcheck/test").toString();
      assertThat(services.path(role).path("ports"))
          .anySatisfy(
              port -> {
                assertThat(port.path("host_ip").asText()).isEqualTo("127.0.0.1");
                assertThat(port.path("published"))
                    .isEqualTo(JSON.valueToTree(port.path("target").asText()));
                assertThat(asked)
                    .contains("keeling-ready\",\"" + port.path("target").asInt() + "\"");
              });
    }
  }

  @Test
  void theFileFitsOnAScreen() throws IOException {
    assertThat(text(BASE).lines().count()).isLessThanOrEqualTo(SCREEN);
    assertThat(text(BASE).lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(140));
  }

  @Test
  void everyImageOfOthersHasAVersion() throws IOException {
    List<String> images = new ArrayList<>();
    for (String file : Stream.concat(Stream.of(BASE), OVER.stream()).toList()) {
      JsonNode services = new YAMLMapper().readTree(REPOSITORY.resolve(file).toFile());
      images.addAll(services.findValuesAsText("image"));
    }

    assertThat(images)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            image -> assertThat(image).matches("[a-z/]+:v?\\d+(\\.\\d+)*(@sha256:\\w{64})?"));
  }

  @Test
  void theExampleOfDecisionsHasEveryVariableAndNoOther() throws IOException {
    Set<String> asked = new TreeSet<>(List.of("COMPOSE_FILE", "COMPOSE_PROFILES"));
    for (String file :
        Stream.concat(Stream.of(BASE, "deploy/compose/parts.yml"), OVER.stream()).toList()) {
      asked.addAll(found(ASKED, text(file)));
    }

    assertThat(found(OFFERED, text(".env.example"))).isEqualTo(asked);
  }

  @Test
  void whatTheExampleLeavesOutIsTheDefault() throws IOException {
    String files =
        text(BASE) + text("deploy/compose/parts.yml") + text(OVER.get(0)) + text(OVER.get(1));
    Pattern commented = Pattern.compile("(?m)^#(KEELING_[A-Z0-9_]+)=(.*)$");

    commented
        .matcher(text(".env.example"))
        .results()
        .filter(
            each ->
                !Set.of(
                        "KEELING_DESK_PUBLIC_URL",
                        "KEELING_LOGGING_FORMAT",
                        "KEELING_TELEMETRY_OTLP_ENDPOINT")
                    .contains(each.group(1)))
        .forEach(
            each ->
                assertThat(files).contains("${%s:-%s}".formatted(each.group(1), each.group(2))));
  }
}
