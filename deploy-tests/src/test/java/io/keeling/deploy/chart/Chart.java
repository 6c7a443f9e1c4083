package io.keeling.deploy.chart;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart under deploy/helm, as Helm's own library renders it. */
final class Chart {

  static final Path DIRECTORY = Path.of("../deploy/helm/keeling");
  static final Path LEAST = DIRECTORY.resolve("ci/least.yaml");
  static final Path EVERYTHING = DIRECTORY.resolve("ci/everything.yaml");
  static final String NAMESPACE = "press";

  private static final ObjectMapper YAML =
      new YAMLMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Map<Path, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** Every file of values that comes with the chart, but for that of the defaults. */
  static List<Path> valuesFiles() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("ci"))) {
      return Stream.concat(files.sorted(), Stream.of(DIRECTORY.resolve("examples/values.yaml")))
          .toList();
    }
  }

  /** The documents that come of a file of values, and of single ones over it. */
  static List<JsonNode> render(Path values, Map<String, Object> over) throws IOException {
    TemplateCommand template =
        new Helm(DIRECTORY)
            .template()
            .withName("keeling")
            .withNamespace(NAMESPACE)
            .withKubeVersion("1.31.0")
            .withValuesFile(values);
    over.forEach(template::set);
    return documents(template.call());
  }

  /** Rendered once for all tests. */
  static List<JsonNode> render(Path values) throws IOException {
    List<JsonNode> rendered = RENDERED.get(values);
    if (rendered == null) {
      rendered = List.copyOf(render(values, Map.of()));
      RENDERED.put(values, rendered);
    }
    return rendered;
  }

  static List<JsonNode> documents(String yaml) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      each.forEachRemaining(documents::add);
    }
    documents.removeIf(document -> document == null || document.isEmpty());
    return documents;
  }

  /** What Helm finds in the chart where a file's values are its defaults; lint takes no others. */
  static LintResult lint(Path values, Path directory) throws IOException {
    Path copy = directory.resolve("keeling");
    try (Stream<Path> files = Files.walk(DIRECTORY, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(DIRECTORY.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    ObjectNode merged = (ObjectNode) read(DIRECTORY.resolve("values.yaml"));
    YAML.readerForUpdating(merged).readValue(read(values));
    YAML.writeValue(copy.resolve("values.yaml").toFile(), merged);
    return new Helm(copy).lint().strict().call();
  }

  static JsonNode read(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  static JsonNode parse(String yaml) throws IOException {
    return YAML.readTree(yaml);
  }

  static String name(JsonNode document) {
    return document.path("kind").asText() + " " + document.at("/metadata/name").asText();
  }

  static List<JsonNode> ofKind(List<JsonNode> documents, String... kinds) {
    return documents.stream()
        .filter(document -> List.of(kinds).contains(document.path("kind").asText()))
        .toList();
  }

  /** The one document of that kind and name. */
  static JsonNode the(List<JsonNode> documents, String kind, String name) {
    return documents.stream()
        .filter(document -> name(document).equals(kind + " " + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }
}
