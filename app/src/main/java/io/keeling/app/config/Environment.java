package io.keeling.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds environment variables to a tree of settings. {@code ingest.hostPause} is {@code
 * KEELING_INGEST_HOST_PAUSE}, and {@code KEELING_DATABASE_PASSWORD_FILE} names a file that contains
 * the value. A list may be values with commas between them. An empty variable counts as not set.
 * Not for sharing between threads.
 */
final class Environment {

  private static final String PREFIX = "KEELING_";

  /** Suffix of variables that name a file with the value. */
  static final String FILE = "_FILE";

  /** Variables of the launcher, the compose file and the tests that are not settings. */
  private static final Set<String> OTHERS =
      Set.of(
          "KEELING_JAVA_OPTS",
          "KEELING_CONFIG",
          "KEELING_REQUIRE_ALL_TESTS",
          "KEELING_IMAGE",
          "KEELING_JARS",
          "KEELING_VERSION",
          "KEELING_REVISION",
          "KEELING_BIND",
          "KEELING_PORT",
          "KEELING_PRESS_PORT",
          "KEELING_KAFKA_OUTSIDE_PORT",
          "KEELING_KAFKA_2_OUTSIDE_PORT",
          "KEELING_KAFKA_3_OUTSIDE_PORT");

  private final Map<String, String> variables;
  private final ObjectMapper mapper;
  private final List<String> problems = new ArrayList<>();

  Environment(Map<String, String> variables, ObjectMapper mapper) {
    this.variables = variables;
    this.mapper = mapper;
  }

  /** Returns one line for each invalid variable; empty if there are none. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Writes every variable that is set and not empty into the tree. */
  void overlay(Class<? extends Record> type, ObjectNode tree, Origins origins) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    collect(type, List.of(), leaves);
    new TreeMap<>(variables)
        .forEach(
            (name, value) -> {
              // Ignores blank values: Compose can empty a variable that another file sets, but
              // cannot remove it.
              if (name.startsWith(PREFIX) && !OTHERS.contains(name) && !value.isBlank()) {
                overlay(name, value, leaves, tree, origins);
              }
            });
  }

  private void overlay(
      String name, String set, Map<String, Leaf> leaves, ObjectNode tree, Origins origins) {
    Leaf leaf = leaves.get(name);
    String value = set;
    if (leaf == null && name.endsWith(FILE)) {
      leaf = leaves.get(name.substring(0, name.length() - FILE.length()));
      value = leaf == null ? value : contents(name, value);
    }
    if (leaf == null) {
      problems.add(
          RemovedSettings.adviceOnVariable(name)
              .map(advice -> name + ": " + advice)
              .orElse(name + ": no such setting; docs/configuration.md lists them all"));
      return;
    }
    ObjectNode section = tree;
    for (String step : leaf.path().subList(0, leaf.path().size() - 1)) {
      section =
          section.path(step).isObject() ? (ObjectNode) section.get(step) : section.putObject(step);
    }
    section.set(leaf.path().get(leaf.path().size() - 1), node(name, leaf, value));
    origins.from(String.join(".", leaf.path()), name);
  }

  private @Nullable JsonNode node(String name, Leaf leaf, String value) {
    Class<?> type = leaf.component().getType();
    if (type == String.class || type == Path.class) {
      return TextNode.valueOf(value);
    }
    try {
      // Not each value with a colon is a mapping: "10.0.0.1,fd00::" holds two addresses.
      return type == List.class && !value.startsWith("[") && !value.startsWith("-")
          ? list(value)
          : mapper.readTree(value);
    } catch (JsonProcessingException e) {
      problems.add(
          name + ": not a value: " + e.getOriginalMessage().lines().findFirst().orElse(""));
      return null;
    }
  }

  private JsonNode list(String value) {
    return mapper.valueToTree(
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList());
  }

  private String contents(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      problems.add(name + ": cannot read " + file);
      return "";
    }
  }

  private static void collect(Class<?> type, List<String> path, Map<String, Leaf> leaves) {
    for (RecordComponent component : RecordBinder.settings(type)) {
      List<String> here = new ArrayList<>(path);
      here.add(component.getName());
      if (RecordBinder.isSection(component)) {
        collect(component.getType(), here, leaves);
      } else {
        leaves.put(variable(here), new Leaf(List.copyOf(here), component));
      }
    }
  }

  /**
   * Returns the variable for a path: {@code [ingest, hostPause]} is {@code
   * KEELING_INGEST_HOST_PAUSE}.
   */
  static String variable(List<String> path) {
    return PREFIX
        + String.join("_", path).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  private record Leaf(List<String> path, RecordComponent component) {}
}
