package io.keeling.models.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of word lists. Each section begins with its name in brackets. Words are separated by
 * spaces, {@code \_} is a space within a word, and {@code #} begins a comment line.
 */
public final class WordSections {

  private final String name;
  private final Map<String, List<String>> sections = new HashMap<>();

  /**
   * Reads the file in a class's package that is named after the class, such as {@code Titles.txt}.
   */
  public WordSections(Class<?> owner) {
    this(owner, owner.getSimpleName() + ".txt");
  }

  /**
   * @param beside a class in the package of the file
   * @throws IllegalStateException if the file is not on the class path
   */
  public WordSections(Class<?> beside, String name) {
    this.name = name;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(ModelFile.open(beside, name), StandardCharsets.UTF_8))) {
      List<String> section = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          String heading = line.substring(1, line.length() - 1);
          section = sections.computeIfAbsent(heading, unused -> new ArrayList<>());
        } else if (!line.startsWith("#") && !line.isBlank()) {
          for (String word : List.of(line.strip().split(" +"))) {
            section.add(word.replace("\\_", " ").replace("\\&", "&"));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Returns the words of a section in the order of the file; empty if the section is missing. */
  public List<String> words(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /**
   * Returns the words of a section that must exist.
   *
   * @throws IllegalStateException if the section is missing
   */
  public Set<String> set(String section) {
    if (!sections.containsKey(section)) {
      throw new IllegalStateException(name + " has no section " + section);
    }
    return Set.copyOf(sections.get(section));
  }
}
