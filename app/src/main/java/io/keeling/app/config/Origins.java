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
 * Remembers the origin of each setting, so that messages name it: a variable, the command line, or
 * else the file. Not for sharing between threads.
 */
final class Origins {

  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  private final String file;
  private final Map<String, String> places = new TreeMap<>();
  private final Map<String, String> copies = new TreeMap<>();

  /**
   * @param file name of the file in messages
   */
  Origins(String file) {
    this.file = file;
  }

  /** Records the origin of the setting at a path, such as a variable. */
  void from(String path, String place) {
    places.put(path, place);
  }

  /** Records that the setting at a path is a copy of another. */
  void copied(String from, String to) {
    copies.put(to, from);
    if (places.containsKey(from)) {
      places.put(to, places.get(from));
    }
  }

  /** Returns a line about a problem, which begins with the origins of the settings involved. */
  String tell(Problem problem, ObjectNode settings) {
    List<String> mentioned = mentioned(problem, settings);
    List<String> paths = mentioned.isEmpty() ? List.of(problem.path()) : mentioned;
    String from = paths.stream().map(this::place).distinct().collect(Collectors.joining(", "));
    return from + ": " + problem;
  }

  /** Returns the origin of a setting, with the setting that it was copied from, if any. */
  String of(String path) {
    String from = copies.get(path);
    return from == null ? place(path) : place(path) + " (" + from + ")";
  }

  /** Returns the origin of a setting, or of a section that contains it. */
  private String place(String path) {
    return places.entrySet().stream()
        .filter(set -> path.matches(Pattern.quote(set.getKey()) + "([.\\[].*)?"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(file);
  }

  /** Returns the settings that a section's problem mentions, ignoring a quoted value. */
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
