package io.keeling.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from YAML and the environment; the environment takes precedence. Immutable;
 * threads may share it.
 */
public final class ConfigLoader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Duration.class, new Durations()))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** The settings with the addresses of Kafka and PostgreSQL. */
  private static final List<String> CONNECTIONS = List.of("kafka.bootstrapServers", "database.url");

  private final String where;
  private final ObjectNode tree;
  private final Map<String, String> variables;
  private final Map<String, String> overrides;
  private final Servers servers;

  private ConfigLoader(
      String where,
      ObjectNode tree,
      Map<String, String> variables,
      Map<String, String> overrides,
      Servers servers) {
    this.where = where;
    this.tree = tree;
    this.variables = variables;
    this.overrides = overrides;
    this.servers = servers;
  }

  /**
   * The addresses of servers that run on this machine.
   *
   * @param place where the addresses were found
   * @param settings by path; empty if no servers run
   */
  private record Servers(String place, Map<String, Object> settings) {
    static final Servers NONE = new Servers("", Map.of());
  }

  /**
   * Returns a loader of a YAML file and the environment.
   *
   * @param file the file, or null for defaults and environment alone
   * @throws UserException if the file cannot be read or is not YAML
   */
  public static ConfigLoader of(@Nullable Path file, Map<String, String> variables) {
    if (file == null) {
      return new ConfigLoader(
          "the settings", YAML.createObjectNode(), variables, Map.of(), Servers.NONE);
    }
    if (!Files.isReadable(file)) {
      throw new UserException("cannot read " + file + ". Name a settings file with --config.");
    }
    try {
      return new ConfigLoader(
          file.toString(),
          parse(Files.readString(file), file.toString()),
          variables,
          Map.of(),
          Servers.NONE);
    } catch (IOException e) {
      throw new UserException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns a loader of YAML text that is part of the program, and of the environment. */
  public static ConfigLoader ofText(String where, String yaml, Map<String, String> variables) {
    return new ConfigLoader(where, parse(yaml, where), variables, Map.of(), Servers.NONE);
  }

  /**
   * Returns a loader with further settings, which take precedence over file and environment.
   *
   * @param settings by path, such as {@code database.url}
   */
  public ConfigLoader with(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(settings);
    return new ConfigLoader(where, tree, variables, all, servers);
  }

  /**
   * Returns a loader that uses servers on this machine if no setting says where Kafka or PostgreSQL
   * is.
   *
   * @param place where the addresses were found, for a person
   * @param settings by path, such as {@code database.url}; a value or a section
   */
  public ConfigLoader beside(String place, Map<String, Object> settings) {
    return new ConfigLoader(
        where, tree, variables, overrides, new Servers(place, Map.copyOf(settings)));
  }

  /**
   * Returns all settings.
   *
   * @throws UserException with one line for each problem, all together
   */
  public KeelingConfig load() {
    return resolve().config();
  }

  /**
   * Returns every setting in force with its origin, in the order of the records, without secrets.
   *
   * @throws UserException as {@link #load()}
   */
  public List<Setting> settings() {
    Resolved resolved = resolve();
    return new SettingList(resolved.tree(), resolved.origins()).of(resolved.config());
  }

  private Resolved resolve() {
    ObjectNode settings = tree.deepCopy();
    Origins origins = new Origins(where);
    Environment environment = new Environment(variables, YAML);
    environment.overlay(KeelingConfig.class, settings, origins);
    overrides.forEach(
        (path, value) -> {
          put(settings, path, YAML.getNodeFactory().textNode(value));
          origins.from(path, "the command line");
        });
    addServers(settings, origins);
    addressDesk(settings, origins);
    RecordBinder binder = new RecordBinder(YAML);
    KeelingConfig config = binder.bind(KeelingConfig.class, KeelingConfig.defaults(), settings, "");
    List<String> problems = new ArrayList<>();
    binder.problems().forEach(problem -> problems.add(origins.tell(problem, settings)));
    problems.addAll(environment.problems());
    if (!problems.isEmpty()) {
      throw new UserException(String.join("\n  ", problems));
    }
    return new Resolved(config, settings, origins);
  }

  /** Settings bound to their records, with the tree that they were bound from. */
  private record Resolved(KeelingConfig config, ObjectNode tree, Origins origins) {}

  /**
   * Adds the servers' addresses, unless the address of Kafka or of PostgreSQL is set, as both must
   * belong to one installation.
   */
  private void addServers(ObjectNode settings, Origins origins) {
    if (CONNECTIONS.stream().anyMatch(path -> isSet(settings, path))) {
      return;
    }
    servers
        .settings()
        .forEach(
            (path, value) -> {
              if (!isSet(settings, path)) {
                put(settings, path, YAML.valueToTree(value));
                origins.from(path, servers.place());
              }
            });
  }

  private static boolean isSet(ObjectNode settings, String path) {
    JsonNode value = settings.at("/" + path.replace('.', '/'));
    return !value.isMissingNode() && !value.isNull();
  }

  /** Derives the desk's public address from its port, unless the address is set. */
  private static void addressDesk(ObjectNode settings, Origins origins) {
    if (!(settings.get("desk") instanceof ObjectNode desk) || desk.hasNonNull("publicUrl")) {
      return;
    }
    int port = desk.path("port").asInt(0);
    if (port > 0) {
      desk.put("publicUrl", "http://localhost:" + port);
      origins.copied("desk.port", "desk.publicUrl");
    }
  }

  private static void put(ObjectNode settings, String path, JsonNode value) {
    String[] steps = path.split("\\.");
    ObjectNode section = settings;
    for (int i = 0; i < steps.length - 1; i++) {
      section = section(section, steps[i]);
    }
    section.set(steps[steps.length - 1], value);
  }

  private static ObjectNode section(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode present ? present : parent.putObject(name);
  }

  private static ObjectNode parse(String yaml, String where) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree == null || tree.isNull() || tree.isMissingNode()) {
        return YAML.createObjectNode();
      }
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw new UserException(where + ": must be a mapping of keys to values, such as \"kafka:\"");
    } catch (JsonProcessingException e) {
      throw new UserException(
          "%s: line %d: %s"
              .formatted(
                  where,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("not YAML")),
          e);
    }
  }
}
