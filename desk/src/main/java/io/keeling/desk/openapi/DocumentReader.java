package io.keeling.desk.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.desk.openapi.ApiDocument.Answer;
import io.keeling.desk.openapi.ApiDocument.Field;
import io.keeling.desk.openapi.ApiDocument.Operation;
import io.keeling.desk.openapi.ApiDocument.Schema;
import io.keeling.desk.openapi.ApiDocument.Section;
import io.keeling.desk.openapi.ApiDocument.Takes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes an {@link ApiDocument} of what was parsed. Used once, by one thread. */
final class DocumentReader {

  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final String NAME = "name";
  private static final String IN = "in";
  private static final String REQUIRED = "required";
  private static final String JSON = "application/json";

  private final JsonNode root;
  private final References references;
  private final SampleAnswers samples;

  /** What there is a sample of already: one of each is enough to read. */
  private final Set<JsonNode> sampled = new HashSet<>();

  DocumentReader(JsonNode root) {
    this.root = root;
    this.references = new References(root);
    this.samples = new SampleAnswers(references);
  }

  ApiDocument document() {
    return new ApiDocument(
        root.at("/info/description").asText(),
        stream(root.path("tags")).map(this::section).toList(),
        stream(root.at("/components/parameters")).map(this::parameter).toList(),
        failures(),
        root.at("/components/schemas").properties().stream()
            .map(type -> schema(type.getKey(), type.getValue()))
            .toList());
  }

  private Section section(JsonNode tag) {
    String name = tag.get(NAME).asText();
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().at("/tags/0").asText().equals(name)) {
          operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
        }
      }
    }
    return new Section(name, tag.path(DESCRIPTION).asText(), operations);
  }

  private Operation operation(String method, String path, JsonNode operation) {
    String id = operation.get("operationId").asText();
    List<String> shared = shared(operation);
    List<String> list = id.equals(ApiDocument.LIST) ? List.of() : list();
    boolean query = !list.isEmpty() && shared.containsAll(list);
    if (query) {
      shared.removeAll(list);
    }
    List<JsonNode> taken = stream(operation.path("parameters")).map(references::resolve).toList();
    return new Operation(
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        operation.get("summary").asText(),
        operation.path(DESCRIPTION).asText(),
        call(method, operation)
            + "'"
            + root.at("/servers/0/url").asText()
            + address(path, taken)
            + "'",
        new Takes(
            query,
            shared,
            stream(operation.path("parameters"))
                .filter(parameter -> !References.isReference(parameter))
                .map(this::parameter)
                .toList()),
        answers(operation, false)
            .map(answer -> answer(answer.getKey(), references.resolve(answer.getValue())))
            .toList(),
        answers(operation, true).map(Map.Entry::getKey).toList());
  }

  /** The names of the parameters that an operation has in common with others, but for its path. */
  private List<String> shared(JsonNode operation) {
    List<String> shared = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode taken = references.resolve(parameter);
      if (References.isReference(parameter) && !taken.get(IN).asText().equals("path")) {
        shared.add(taken.get(NAME).asText());
      }
    }
    return shared;
  }

  /** What the list of articles takes; nothing where the document has none. */
  private List<String> list() {
    return stream(root.get("paths"))
        .flatMap(DocumentReader::stream)
        .filter(operation -> operation.path("operationId").asText().equals(ApiDocument.LIST))
        .findFirst()
        .map(this::shared)
        .orElse(List.of());
  }

  /** The answers of an operation by status: failures that others have too, or the rest. */
  private static Stream<Map.Entry<String, JsonNode>> answers(JsonNode operation, boolean common) {
    return operation.get("responses").properties().stream()
        .filter(answer -> common == isCommonFailure(answer))
        .sorted(Map.Entry.comparingByKey());
  }

  private static boolean isCommonFailure(Map.Entry<String, JsonNode> answer) {
    return answer.getKey().compareTo("400") >= 0 && References.isReference(answer.getValue());
  }

  private List<Answer> failures() {
    Map<String, Answer> failures = new TreeMap<>();
    for (JsonNode path : root.get("paths")) {
      for (JsonNode operation : path) {
        answers(operation, true)
            .forEach(
                failure ->
                    failures.computeIfAbsent(
                        failure.getKey(),
                        status -> answer(status, references.resolve(failure.getValue()))));
      }
    }
    return List.copyOf(failures.values());
  }

  /** The command, and what it sends. */
  private String call(String method, JsonNode operation) {
    if (method.equals("get")) {
      return "curl ";
    }
    JsonNode schema = operation.at("/requestBody/content").path(JSON).path(SCHEMA);
    String body =
        schema.isMissingNode()
            ? ""
            : "-H 'Content-Type: "
                + JSON
                + "' -d '"
                + samples.of(schema).replaceAll("\\s+", " ")
                + "' ";
    return "curl -X " + method.toUpperCase(Locale.ROOT) + " " + body;
  }

  /** With what must be given, and words where words can be. */
  private static String address(String path, List<JsonNode> parameters) {
    String address = path;
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : parameters) {
      String name = parameter.get(NAME).asText();
      String example =
          URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
      if (parameter.get(IN).asText().equals("path")) {
        address = address.replace("{" + name + "}", example);
      } else if (name.equals("q") || parameter.path(REQUIRED).asBoolean()) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(example);
      }
    }
    return address + query;
  }

  private Answer answer(String status, JsonNode answer) {
    JsonNode content = answer.path("content");
    String media = content.properties().stream().map(Map.Entry::getKey).findFirst().orElse("");
    JsonNode schema = content.path(media).path(SCHEMA);
    return new Answer(
        status,
        answer.path(DESCRIPTION).asText(),
        media,
        schema.isMissingNode() ? null : TypeWords.of(schema),
        media.equals(JSON) && status.startsWith("2") && sampled.add(schema)
            ? samples.of(schema)
            : "");
  }

  private Field parameter(JsonNode parameter) {
    return new Field(
        parameter.get(NAME).asText(),
        parameter.get(IN).asText(),
        parameter.path(REQUIRED).asBoolean(),
        TypeWords.of(parameter.get(SCHEMA)),
        parameter.path(DESCRIPTION).asText(),
        example(parameter.path("example")));
  }

  private Schema schema(String name, JsonNode schema) {
    List<String> required = stream(schema.path(REQUIRED)).map(JsonNode::asText).toList();
    return new Schema(
        name,
        TypeWords.of(schema),
        schema.path(DESCRIPTION).asText(),
        schema.path("properties").properties().stream()
            .map(
                property ->
                    new Field(
                        property.getKey(),
                        "",
                        required.contains(property.getKey()),
                        TypeWords.of(property.getValue()),
                        property.getValue().path(DESCRIPTION).asText(),
                        example(property.getValue().at("/examples/0"))))
            .toList());
  }

  private static String example(JsonNode example) {
    JsonNode one = example.isArray() ? example.path(0) : example;
    return one.isContainerNode() ? one.toString() : one.asText();
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
