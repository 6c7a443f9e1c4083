package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code contract/README.md} and the AsyncAPI document against what Keeling serves. */
class ContractDocumentTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static String readme() throws IOException {
    return Files.readString(REPOSITORY.resolve("contract/README.md"));
  }

  /** The port of this machine that compose gives to Kafka unless a variable names another. */
  private static String composePort() throws IOException {
    JsonNode kafka =
        YAML.readTree(REPOSITORY.resolve("docker-compose.yml").toFile()).at("/services/kafka");
    Matcher published =
        Pattern.compile("127\\.0\\.0\\.1:\\$\\{\\w+:-(\\d+)}:\\d+")
            .matcher(kafka.path("ports").path(0).asText());
    assertThat(published.matches()).isTrue();
    assertThat(kafka.at("/environment/KAFKA_ADVERTISED_LISTENERS").asText())
        .contains("OUTSIDE://localhost:${KEELING_KAFKA_OUTSIDE_PORT:-" + published.group(1) + "}");
    return "localhost:" + published.group(1);
  }

  @Test
  void everyExampleConnectsToWhatComposeServes() throws IOException {
    Set<String> servers =
        Pattern.compile("localhost:\\d+")
            .matcher(readme())
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(servers).containsExactly(composePort());
  }

  @Test
  void theServersOfTheAsyncApiDocumentAreThoseOfComposeAndUp() throws IOException {
    JsonNode servers =
        YAML.readTree(REPOSITORY.resolve("docs/contract/asyncapi.yaml").toFile()).path("servers");

    assertThat(servers.findValuesAsText("protocol")).hasSize(2).containsOnly("kafka");
    assertThat(servers.at("/compose/host").asText()).isEqualTo(composePort());
    assertThat(servers.at("/up/host").asText())
        .isEqualTo("localhost:" + KeelingConfig.defaults().embedded().kafkaPort());
  }

  @Test
  void theTableNamesEveryTopicWithItsKey() throws IOException {
    Map<String, String> keys = new HashMap<>();
    Pattern.compile("(?m)^\\| `(keeling\\.[a-z-]+)` \\| ([^|]+) \\|")
        .matcher(readme())
        .results()
        .forEach(row -> keys.put(row.group(1), row.group(2)));

    assertThat(keys)
        .isEqualTo(Topics.ALL.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::key)));
  }
}
