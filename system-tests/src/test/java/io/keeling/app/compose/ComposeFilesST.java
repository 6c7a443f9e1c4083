package io.keeling.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.serde.Json;
import io.keeling.environment.RequiresDocker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker compose makes of the files, without starting anything. */
@RequiresDocker
class ComposeFilesST {

  private static final String BASE = "docker-compose.yml";
  private static final String CLUSTER = "docker-compose.cluster.yml";
  private static final String SECRETS = "docker-compose.secrets.yml";

  @ParameterizedTest
  @ValueSource(strings = {SECRETS, SECRETS + " " + CLUSTER, CLUSTER + " " + SECRETS})
  void thePasswordComesFromAFileAloneInWhateverOrderFilesAreLaidOver(String over) throws Exception {
    JsonNode services = services(Map.of(), (BASE + " " + over).split(" "));

    for (String role : List.of("sink", "desk")) {
      KeelingConfig config = config(services.get(role));
      assertThat(config.database().password()).isNull();
      assertThat(config.database().passwordFile())
          .isEqualTo(Path.of("/run/secrets/database-password"));
    }
    assertThat(services.at("/postgres/environment/POSTGRES_PASSWORD").asText()).isEmpty();
    assertThat(services.at("/postgres/environment/POSTGRES_PASSWORD_FILE").asText()).isNotEmpty();
  }

  @Test
  void theOrderOfFilesThatAreLaidOverChangesNothing() throws Exception {
    assertThat(services(Map.of(), BASE, CLUSTER, SECRETS))
        .isEqualTo(services(Map.of(), BASE, SECRETS, CLUSTER));
  }

  @Test
  void onlyThisMachineReachesAnythingUnlessTheDeskIsOpened() throws Exception {
    for (JsonNode service : services(Map.of(), BASE, CLUSTER)) {
      for (JsonNode port : service.path("ports")) {
        assertThat(port.path("host_ip").asText()).isEqualTo("127.0.0.1");
      }
    }
    JsonNode opened = services(Map.of("KEELING_BIND", "0.0.0.0"), BASE);
    assertThat(opened.at("/desk/ports/0/host_ip").asText()).isEqualTo("0.0.0.0");
    assertThat(opened.at("/kafka/ports/0/host_ip").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void linksLeadToThePortOfTheDeskUnlessItsAddressIsSet() throws Exception {
    JsonNode elsewhere = services(Map.of("KEELING_PORT", "8099"), BASE).get("desk");
    JsonNode known =
        services(
                Map.of("KEELING_PORT", "8099", "KEELING_DESK_PUBLIC_URL", "https://news.example"),
                BASE)
            .get("desk");

    assertThat(config(elsewhere).desk().baseUrl()).isEqualTo("http://localhost:8099");
    assertThat(config(elsewhere).desk().port()).isEqualTo(elsewhere.at("/ports/0/target").asInt());
    assertThat(elsewhere.at("/ports/0/published").asText()).isEqualTo("8099");
    assertThat(config(known).desk().baseUrl()).isEqualTo("https://news.example");
  }

  @Test
  void everyRoleReadsTheSettingsOfTheFolderAndIsAskedOnItsOwnHealthPort() throws Exception {
    JsonNode services = services(Map.of(), BASE);

    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      assertThat(services.get(role).path("volumes").findValuesAsText("target"))
          .contains("/etc/keeling/keeling.yaml");
    }
    assertThat(services.at("/desk/healthcheck/test").toString())
        .contains("\"" + config(services.get("desk")).health().deskPort() + "\"");
  }

  private static JsonNode services(Map<String, String> variables, String... files)
      throws Exception {
    List<String> options = Stream.of(files).flatMap(file -> Stream.of("--file", file)).toList();
    String config =
        new Compose("keeling-files-test", options, variables)
            .run(Duration.ofMinutes(1), "config", "--format", "json");
    return Json.MAPPER.readTree(config).get("services");
  }

  /** What the role of a service makes of its variables. */
  private static KeelingConfig config(JsonNode service) {
    Map<String, String> variables = new HashMap<>();
    service
        .get("environment")
        .properties()
        .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
    return ConfigLoader.ofText("keeling.yaml", "", variables).load();
  }
}
