package io.keeling.feeds.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.feeds.openapi.ApiDocument.Answer;
import io.keeling.feeds.openapi.ApiDocument.Failure;
import io.keeling.feeds.openapi.ApiDocument.Field;
import io.keeling.feeds.openapi.ApiDocument.Operation;
import io.keeling.feeds.openapi.ApiDocument.Schema;
import io.keeling.feeds.openapi.ApiDocument.Section;
import io.keeling.feeds.openapi.ApiDocument.SharedAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes an {@link ApiDocument} of what was parsed, once. For one thread. */
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
  private final Set<String> sampled = new HashSet<>();

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
        root.at("/components/schemas").properties().stream()
            .map(type -> schema(type.getKey(), type.getValue()))
            .toList(),
        root.at("/components/responses").properties().stream()
            .filter(answer -> !answer.getValue().path(DESCRIPTION).asText().isEmpty())
            .map(
                answer ->
                    new SharedAnswer(answer.getKey(), answer.getValue().path(DESCRIPTION).asText()))
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
    List<String> shared = new ArrayList<>();
    List<Field> own = new ArrayList<>();
    List<JsonNode> taken = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode known = references.resolve(parameter);
      taken.add(known);
      if (References.isReference(parameter)) {
        shared.add(known.get(NAME).asText());
      } else {
        own.add(parameter(parameter));
      }
    }
    return new Operation(
        operation.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.get("summary").asText(),
        operation.path(DESCRIPTION).asText(),
        call(method, operation)
            + "'"
            + root.at("/servers/0/url").asText()
            + address(path, taken)
            + "'",
        shared,
        own,
        answers(operation)
            .filter(answer -> !isShared(answer))
            .map(answer -> answer(answer.getKey(), references.resolve(answer.getValue())))
            .toList(),
        answers(operation)
            .filter(DocumentReader::isShared)
            .map(answer -> new Failure(answer.getKey(), References.name(answer.getValue())))
            .toList());
  }

  private static Stream<Map.Entry<String, JsonNode>> answers(JsonNode operation) {
    return operation.get("responses").properties().stream().sorted(Map.Entry.comparingByKey());
  }

  /** Of what is no success, and has a name, it is said once for all what it means. */
  private static boolean isShared(Map.Entry<String, JsonNode> answer) {
    return !answer.getKey().startsWith("2") && References.isReference(answer.getValue());
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
        media.equals(JSON) && status.startsWith("2") && isNew(schema) ? samples.of(schema) : "");
  }

  /** Of a type that has a name one sample is enough: the page is to stay light. */
  private boolean isNew(JsonNode schema) {
    return !References.isReference(schema) || sampled.add(References.name(schema));
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
