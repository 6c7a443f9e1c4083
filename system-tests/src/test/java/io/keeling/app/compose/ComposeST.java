package io.keeling.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.FreePorts;
import io.keeling.environment.RequiresDocker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Brings the real compose file up with the press of the demo, in a project of its own on free
 * ports, and takes it down again. The image is made from the jars that this build has just made.
 */
@RequiresDocker
class ComposeST {

  private static final String PROJECT = "keeling-test";
  private static final String FILES = "docker-compose.yml:system-tests/src/test/compose/quick.yml";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String LABELS = "{{json .Config.Labels}}";

  /**
   * Libraries and models, and the archive of classes: 274 on 2026-12-01, before the 9 of the client
   * for S3.
   */
  private static final long MOST_MEGABYTES = 295;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static int port;
  private static Compose compose;

  @BeforeAll
  static void up() throws Exception {
    port = FreePorts.find();
    compose =
        new Compose(
            PROJECT,
            Stream.of(FILES.split(":")).flatMap(file -> Stream.of("--file", file)).toList(),
            Map.of(
                "COMPOSE_PROFILES",
                "demo",
                "KEELING_PORT",
                port,
                "KEELING_PRESS_PORT",
                FreePorts.find(),
                "KEELING_KAFKA_OUTSIDE_PORT",
                FreePorts.find()));
    compose.run(Duration.ofMinutes(10), "up", "--detach", "--wait", "--build");
  }

  @AfterAll
  static void down() throws Exception {
    compose.run(Duration.ofMinutes(3), "down", "--volumes", "--timeout", "0");
    assertThat(
            Compose.docker(
                "ps",
                "--all",
                "--quiet",
                "--filter",
                "label=com.docker.compose.project=" + PROJECT))
        .as("containers that \"down\" left, the press among them")
        .isEmpty();
  }

  @Test
  void articlesOfThePressArriveAtTheDesk() throws Exception {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () ->
                assertThat(get("/api/articles?q=climate&limit=5").path("items").size())
                    .isEqualTo(5));

    JsonNode first = get("/api/articles?q=climate&limit=1").path("items").get(0);
    assertThat(get("/api/articles/" + first.path("id").asText()).path("text").asText())
        .isNotBlank();
    assertThat(get("/api/facets").path("topic")).isNotEmpty();
  }

  @Test
  void aRoleScalesToTwoThatShareTheWork() throws Exception {
    compose.run(
        Duration.ofMinutes(3), "up", "--detach", "--wait", "--no-recreate", "--scale", "enrich=2");

    String running =
        compose.run(Duration.ofMinutes(1), "ps", "--status", "running", "--quiet", "enrich");

    assertThat(running.lines()).hasSize(2);
    replacesOneAfterTheOther(running.lines().toList());
  }

  /** The upgrade of docs/operators.md. */
  private static void replacesOneAfterTheOther(List<String> before) throws Exception {
    compose.script(Duration.ofMinutes(6), PROJECT, FILES, "deploy/compose/roll", "enrich");

    List<String> after =
        compose
            .run(Duration.ofMinutes(1), "ps", "--status", "running", "--quiet", "enrich")
            .lines()
            .sorted(Comparator.comparing(ComposeST::started))
            .toList();
    assertThat(after).hasSize(2).doesNotContainAnyElementsOf(before);
    String ready = inspect(after.get(0), "{{(index .State.Health.Log 0).ExitCode}}");
    assertThat(ready).isEqualTo("0");
    assertThat(Duration.between(started(after.get(0)), started(after.get(1))))
        .as("from the start of one to that of the other, which waits until the one is ready")
        .isGreaterThan(Duration.ofSeconds(3));
    assertThat(Compose.docker("exec", after.get(0), "ls", "/var/lib/keeling").lines())
        .as("directories of instances, which those that came later took over")
        .containsExactlyInAnyOrder("enrich", "enrich-2");
  }

  private static Instant started(String id) {
    try {
      return Instant.parse(inspect(id, "{{.State.StartedAt}}"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Kafka's public image has some that are empty. */
  @Test
  void noRoleHasAVolumeThatNobodyRemoves() throws Exception {
    String volumes = "{{range .Mounts}}{{if eq .Type \"volume\"}}{{println .Name}}{{end}}{{end}}";
    for (String id : containers("postgres", "ingest", "enrich", "sink", "desk", "newsroom")) {
      assertThat(inspect(id, volumes).lines())
          .allSatisfy(name -> assertThat(name).startsWith(PROJECT + "_"));
    }
  }

  /** The way of the operators' document to ask whether all is well where a role runs. */
  @ParameterizedTest
  @ValueSource(strings = {"ingest", "enrich", "sink", "desk"})
  void aCommandInTheContainerOfARoleLeavesTheRoleAlone(String role) throws Exception {
    String state = "{{.State.StartedAt}} {{.State.OOMKilled}} {{.RestartCount}}";
    String id = containers(role).get(0);
    String before = inspect(id, state);

    String said = Compose.docker("exec", id, "sh", "-c", "keeling doctor || [ $? = 1 ]");
    String listed = Compose.docker("exec", id, "keeling", "sources", "list");

    assertThat(said).contains("ok    kafka").containsPattern("\\d+ ok, \\d+ warn, \\d+ fail\\.");
    assertThat(listed).contains("northlight-live");
    assertThat(inspect(id, state)).isEqualTo(before).contains(" false 0");
  }

  @Test
  void noRoleRunsAsRootOrMayWriteToItsImage() throws Exception {
    for (String id : containers("ingest", "enrich", "sink", "desk", "newsroom")) {
      String found = inspect(id, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}");
      assertThat(found).isEqualTo("10001 true");
    }
  }

  @Test
  void noContainerHasCapabilitiesOrMayGainThem() throws Exception {
    List<String> containers =
        containers("kafka", "postgres", "ingest", "enrich", "sink", "desk", "newsroom");

    assertThat(containers).hasSizeGreaterThanOrEqualTo(7);
    for (String id : containers) {
      assertThat(
              inspect(
                  id, "{{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}"))
          .isEqualTo("[] [ALL] [no-new-privileges:true]");
      // What the kernel says of the process that the container is for.
      List<String> status =
          Compose.docker("exec", id, "cat", "/proc/1/status")
              .lines()
              .map(line -> line.replaceAll("\\s+", " "))
              .toList();
      assertThat(status)
          .contains("CapEff: 0000000000000000", "CapBnd: 0000000000000000", "NoNewPrivs: 1");
      assertThat(status).noneMatch(line -> line.matches("Uid:.* 0( .*)?"));
    }
  }

  @Test
  void theImageAddsLittleToItsBase() throws Exception {
    String base =
        Files.readAllLines(Path.of("..", "Dockerfile")).stream()
            .filter(line -> line.startsWith("FROM eclipse-temurin:"))
            .map(line -> line.split(" ")[1])
            .findFirst()
            .orElseThrow();

    long megabytes = (size(Compose.IMAGE) - size(base)) / 1_000_000;

    System.out.println("image: " + megabytes + " MB on " + base);
    assertThat(megabytes).isBetween(50L, MOST_MEGABYTES);
  }

  @Test
  void theImageSaysWhatItIs() throws Exception {
    String labels = Compose.docker("image", "inspect", "--format", LABELS, Compose.IMAGE);

    assertThat(Json.MAPPER.readTree(labels).properties())
        .extracting(label -> label.getKey() + "=" + label.getValue().asText())
        .contains(
            "org.opencontainers.image.title=Keeling",
            "org.opencontainers.image.licenses=Apache-2.0 AND CC-BY-SA-4.0",
            "org.opencontainers.image.version=" + Compose.VERSION,
            "org.opencontainers.image.revision=" + Compose.REVISION);
  }

  @Test
  void everyRoleBeginsWithTheArchiveOfClasses() throws Exception {
    for (String id : containers("ingest", "enrich", "sink", "desk", "newsroom")) {
      assertThat(Compose.docker("exec", id, "cat", "/proc/1/maps"))
          .contains("/opt/keeling/keeling.jsa");
    }
  }

  @Test
  void onlySinkAndFeedsKnowThePasswordOfTheDatabase() throws Exception {
    for (String id : containers("ingest", "enrich", "newsroom")) {
      assertThat(inspect(id, "{{.Config.Env}}")).doesNotContain("PASSWORD");
    }
  }

  private static List<String> containers(String... services) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("ps", "--quiet"));
    arguments.addAll(List.of(services));
    return compose.run(Duration.ofMinutes(1), arguments.toArray(new String[0])).lines().toList();
  }

  private static long size(String image) throws Exception {
    return Long.parseLong(
        Compose.docker("image", "inspect", "--format", "{{.Size}}", image).strip());
  }

  private static String inspect(String id, String format) throws Exception {
    return Compose.docker("inspect", "--format", format, id).strip();
  }

  private static JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    return Json.MAPPER.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
