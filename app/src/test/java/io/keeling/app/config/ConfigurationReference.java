package io.keeling.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes docs/configuration.md from the records of the settings: their components, defaults and doc
 * comments.
 */
final class ConfigurationReference {

  private static final String INTRODUCTION =
      """
      # Settings

      <!-- Written from the records of the settings; do not edit. To write it again:
           mvn -q -pl app test -Dtest=ConfigurationReferenceTest -Dkeeling.docs.write=true -->

      Settings are read from `keeling.yaml`, or from the file that `--config FILE` names. A setting left out keeps its
      default; a key that is not listed here is an error. An environment variable overrides the file. To keep a secret in a
      file of its own, add `_FILE` to the variable's name and set it to that file's path. An empty variable counts as not
      set. A list in a variable has commas between its values: `10.1.0.0/16,fd00::/8`. Durations are written `500ms`, `30s`, `15m`, `6h`, `3d`, or in ISO 8601.
      """;

  /** Longest description that stands in a table, in characters: wider cells wrap on a screen. */
  private static final int LONGEST_CELL = 110;

  /** Longest line of the notes below a table, in characters: that of all our documents. */
  private static final int LONGEST_LINE = 160;

  /** Settings whose default depends on the machine; their descriptions say how. */
  private static final Set<String> DEPENDENT = Set.of("ingest.streams.threads", "enrich.threads");

  private final Path root;

  /**
   * @param root the folder that holds the modules
   */
  ConfigurationReference(Path root) {
    this.root = root;
  }

  String markdown() {
    StringBuilder out = new StringBuilder(INTRODUCTION);
    section(KeelingConfig.class, KeelingConfig.defaults(), List.of(), out);
    return out.toString();
  }

  private void section(Class<?> type, Record defaults, List<String> path, StringBuilder out) {
    Map<String, String> descriptions = descriptions(type);
    List<RecordComponent> leaves = new ArrayList<>();
    List<RecordComponent> sections = new ArrayList<>();
    for (RecordComponent component : RecordBinder.settings(type)) {
      (RecordBinder.isSection(component) ? sections : leaves).add(component);
    }
    if (!leaves.isEmpty()) {
      out.append("\n## ")
          .append(path.isEmpty() ? "At the top" : "`" + String.join(".", path) + "`")
          .append("\n\n");
      out.append("| key | variable | default | what it sets |\n|---|---|---|---|\n");
      StringBuilder notes = new StringBuilder();
      for (RecordComponent leaf : leaves) {
        List<String> here = append(path, leaf.getName());
        String description = descriptions.get(leaf.getName());
        if (description == null || description.isBlank()) {
          throw new IllegalStateException(
              String.join(".", here) + " has no @param in " + type.getName());
        }
        int end = endOfCell(description);
        out.append(
            "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                    leaf.getName(),
                    Environment.variable(here),
                    DEPENDENT.contains(String.join(".", here))
                        ? "by machine"
                        : shown(RecordBinder.valueOf(leaf, defaults)),
                    description.substring(0, end)));
        if (end < description.length()) {
          String rest = description.substring(end + 1).strip().replace("\\|", "|");
          note("`%s`: %s".formatted(leaf.getName(), rest), notes);
        }
      }
      if (!notes.isEmpty()) {
        out.append('\n').append(notes);
      }
    }
    for (RecordComponent section : sections) {
      section(
          section.getType(),
          (Record) RecordBinder.valueOf(section, defaults),
          append(path, section.getName()),
          out);
    }
  }

  /** Where the part of a description ends that stands in the table; the rest is a note. */
  private static int endOfCell(String description) {
    if (description.length() <= LONGEST_CELL) {
      return description.length();
    }
    int sentence = description.lastIndexOf(". ", LONGEST_CELL);
    int clause = description.lastIndexOf("; ", LONGEST_CELL);
    int end = sentence > 0 ? sentence : clause > 0 ? clause : description.indexOf("; ");
    return end > 0 ? end : description.length();
  }

  /** Adds an item of a list, broken into lines. */
  private static void note(String text, StringBuilder out) {
    StringBuilder line = new StringBuilder("-");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > LONGEST_LINE) {
        out.append(line).append('\n');
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    out.append(line).append('\n');
  }

  private static String shown(Object value) {
    if (value == null || "".equals(value) || List.of().equals(value) || Map.of().equals(value)) {
      return "none";
    }
    if (value instanceof Duration duration) {
      return "`" + Durations.format(duration) + "`";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ConfigurationReference::shown).collect(Collectors.joining(", "));
    }
    return "`" + value + "`";
  }

  /** The {@code @param} texts above the record, by component. */
  private Map<String, String> descriptions(Class<?> type) {
    String source = source(type);
    Matcher record =
        Pattern.compile(
                "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public record "
                    + type.getSimpleName()
                    + "\\(")
            .matcher(source);
    if (!record.find()) {
      throw new IllegalStateException("no doc comment above record " + type.getName());
    }
    String comment =
        record
            .group(1)
            .lines()
            .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
            .collect(Collectors.joining("\n"));
    Map<String, String> result = new java.util.HashMap<>();
    for (String part : comment.split("@param\\s+")) {
      int space = part.indexOf(' ');
      if (space > 0 && part.substring(0, space).matches("\\w+")) {
        result.put(part.substring(0, space), prose(part.substring(space)));
      }
    }
    return result;
  }

  private static String prose(String javadoc) {
    return javadoc
        .replaceAll("(?s)\\n\\s*\\n.*", "")
        .replaceAll("\\{@(?:code|link|literal)\\s+#?([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }

  private String source(Class<?> type) {
    Class<?> outer = type;
    while (outer.getDeclaringClass() != null) {
      outer = outer.getDeclaringClass();
    }
    String module = type.getPackageName().split("\\.")[2];
    Path file =
        root.resolve(module)
            .resolve("src/main/java")
            .resolve(outer.getName().replace('.', '/') + ".java");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> append(List<String> path, String name) {
    List<String> result = new ArrayList<>(path);
    result.add(name);
    return result;
  }
}
