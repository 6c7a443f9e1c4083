package io.keeling.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as Helm and the models of Kubernetes take it. */
class ChartTest {

  private static final Path POM = Path.of("../pom.xml");

  @TempDir private Path directory;

  static List<Path> valuesFiles() throws IOException {
    return Chart.valuesFiles();
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void helmFindsNothingToBlame(Path values) throws IOException {
    LintResult result = Chart.lint(values, directory);

    assertThat(result.isFailed()).as(String.valueOf(result.getMessages())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void everyDocumentIsOneThatItsModelKnows(Path values) throws IOException {
    List<String> problems = new ArrayList<>();
    List<JsonNode> documents = Chart.render(values);
    for (JsonNode document : documents) {
      String problem = StrictModels.problem(document);
      if (!problem.isEmpty()) {
        problems.add(Chart.name(document) + ": " + problem);
      }
    }

    assertThat(documents).hasSizeGreaterThan(8);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void noTwoDocumentsAreTheSameAndNoneHasANamespaceOfItsOwn(Path values) throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode document : Chart.render(values)) {
      assertThat(names.add(Chart.name(document))).as(Chart.name(document)).isTrue();
      assertThat(document.at("/metadata/namespace").isMissingNode()).isTrue();
    }
  }

  @Test
  void theExamplesOfOperatorsAreOnesThatTheirModelsKnow() throws IOException {
    for (String file : List.of("kafka.yaml", "database.yaml")) {
      String text = Files.readString(Chart.DIRECTORY.resolve("examples").resolve(file));
      for (JsonNode document : Chart.documents(text)) {
        assertThat(StrictModels.problem(document)).as(Chart.name(document)).isEmpty();
      }
    }
  }

  /** Without which all of the above would hold of anything. */
  @Test
  void aFieldThatNobodyKnowsAndAScalarOfAnotherTypeAreRefused() throws IOException {
    JsonNode set = Chart.the(Chart.render(Chart.LEAST), "StatefulSet", "keeling-ingest");
    ObjectNode unknown = set.deepCopy();
    ((ObjectNode) unknown.at("/spec/template/spec/securityContext")).put("runAsNonroot", true);
    ObjectNode number = set.deepCopy();
    ((ObjectNode) number.at("/spec/template/metadata/annotations")).put("example.org/number", 7);
    ObjectNode word = set.deepCopy();
    ((ObjectNode) word.at("/spec")).put("replicas", "two");

    assertThat(StrictModels.problem(set)).isEmpty();
    assertThat(StrictModels.problem(unknown)).contains("runAsNonroot");
    assertThat(StrictModels.problem(number)).contains("String");
    assertThat(StrictModels.problem(word)).contains("two");
  }

  @Test
  void everyKindThatTheChartCanMakeIsMadeByAFileOfValues() throws IOException {
    Set<String> made = new TreeSet<>();
    for (Path values : Chart.valuesFiles()) {
      Chart.render(values).forEach(document -> made.add(document.path("kind").asText()));
    }
    Set<String> said = new TreeSet<>();
    try (Stream<Path> templates = Files.list(Chart.DIRECTORY.resolve("templates"))) {
      for (Path template : templates.toList()) {
        Files.readAllLines(template).stream()
            .filter(line -> line.matches("kind: [A-Z]\\w+"))
            .forEach(line -> said.add(line.substring("kind: ".length())));
      }
    }
    said.addAll(List.of("StatefulSet", "Deployment")); // whose kind is an expression

    assertThat(made).isEqualTo(said);
  }

  @Test
  void theChartIsOfTheVersionOfAllModules() throws IOException {
    JsonNode chart = Chart.read(Chart.DIRECTORY.resolve("Chart.yaml"));

    assertThat(Files.readString(POM))
        .contains("<revision>" + chart.path("appVersion").asText() + "</revision>")
        .contains("<revision>" + chart.path("version").asText() + "</revision>");
  }

  @Test
  void whatHasNoDefaultMustBeGiven() throws IOException {
    Path nothing = Files.writeString(directory.resolve("nothing.yaml"), "{}");

    assertThatThrownBy(() -> Chart.render(nothing))
        .hasMessageContaining("repository")
        .hasMessageContaining("bootstrapServers")
        .hasMessageContaining("host");
  }

  @ParameterizedTest
  @CsvSource({
    "config.database.user, keeling, 'config.database.user: each role has its own'",
    "config.database.password, s3cret, 'config.database.password: no secrets in values'",
    "config.kafka.properties.sasl\\.jaas\\.config, x, 'sasl.jaas.config: no secrets in values'",
    "sink.replicas, 7, 'sink: 7 instances are more than topics have partitions'",
    "keda.enabled, true, keda.prometheus",
    "image.tag, latest, tag",
    "image.digest, sha256:12, digest",
    "sinks.replicas, 2, sinks",
    "kafka.login, password, login",
    "ingest.terminationGracePeriodSeconds, 5, terminationGracePeriodSeconds",
  })
  void aMistakeIsNamed(String key, String value, String message) {
    Object typed =
        value.matches("\\d+")
            ? (Object) Integer.valueOf(value)
            : value.equals("true") ? true : value;

    assertThatThrownBy(() -> Chart.render(Chart.LEAST, Map.of(key, typed)))
        .hasMessageContaining(message)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aWallThatDoesNotKnowWhereTheServersAreIsRefused() throws IOException {
    String values =
        Files.readString(Chart.LEAST).replaceAll("(?m)^networkPolicy:\\n(  .*\\n)+", "");
    Path file = Files.writeString(directory.resolve("values.yaml"), values);

    assertThatThrownBy(() -> Chart.render(file)).hasMessageContaining("networkPolicy.kafka");
  }
}
