package io.keeling.app.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Remembers where settings came from, so that a mistake is looked for in the right place: each from
 * a variable, from the command line, or else from the file. Not for sharing between threads.
 */
final class Origins {

  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  private final String file;
  private final Map<String, String> places = new TreeMap<>();
  private final Map<String, String> copies = new TreeMap<>();

  /**
   * @param file what to call the file
   */
  Origins(String file) {
    this.file = file;
  }

  /** Remembers that the setting at a path came from a place, such as a variable. */
  void from(String path, String place) {
    places.put(path, place);
  }

  /** Remembers that the setting at a path is a copy of another. */
  void copied(String from, String to) {
    copies.put(to, from);
    if (places.containsKey(from)) {
      places.put(to, places.get(from));
    }
  }

  /** A line that begins with every place that the problem came from. */
  String tell(Problem problem, ObjectNode settings) {
    List<String> mentioned = mentioned(problem, settings);
    List<String> paths = mentioned.isEmpty() ? List.of(problem.path()) : mentioned;
    String from = paths.stream().map(this::place).distinct().collect(Collectors.joining(", "));
    return from + ": " + problem;
  }

  /** The place that a setting that is not left out came from, and whose copy it is. */
  String of(String path) {
    String from = copies.get(path);
    return from == null ? place(path) : place(path) + " (" + from + ")";
  }

  /** The place that a setting, or what lies in it, came from. */
  private String place(String path) {
    return places.entrySet().stream()
        .filter(set -> path.matches(Pattern.quote(set.getKey()) + "([.\\[].*)?"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(file);
  }

  /** The settings of a section that a problem with the section names before it quotes a value. */
  private static List<String> mentioned(Problem problem, ObjectNode settings) {
    Set<String> words =
        new HashSet<>(List.of(NO_WORD.split(problem.message().replaceAll(", not .*", ""))));
    List<String> paths = new ArrayList<>();
    settings
        .at(problem.path().isEmpty() ? "" : "/" + problem.path().replace('.', '/'))
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (words.contains(name)) {
                paths.add(RecordBinder.join(problem.path(), name));
              }
            });
    return paths;
  }
}
