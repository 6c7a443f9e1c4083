package io.keeling.desk.search.lucene.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of the same thing, a line each, with commas between them; {@code #} begins a remark.
 * Immutable and safe to share between threads. They are laid over queries, so that a change needs
 * no other index.
 */
public final class Synonyms {

  private static final String BUILT_IN = "/io/keeling/desk/search/synonyms.txt";

  /** Lines of a file at most. Chosen: each word of a query is looked up in them. */
  private static final int MOST_LINES = 10_000;

  /** Letters of the shortest plural: {@code cars}, but not {@code gas}. Chosen. */
  private static final int SHORTEST_PLURAL = 4;

  private final List<List<String>> sets;

  /** Names by another one of the thing, its words folded and a space between them. */
  private final Map<String, Set<String>> others = new HashMap<>();

  private int longest = 1;

  private Synonyms(List<List<String>> sets) {
    sets.forEach(this::add);
    this.sets = List.copyOf(sets);
  }

  private static Synonyms parse(List<String> lines) {
    return new Synonyms(
        lines.stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(names -> !names.isEmpty())
            .map(names -> Arrays.stream(names.split(",")).map(String::strip).toList())
            .toList());
  }

  /** These and others, such as those of the taxonomy. */
  public Synonyms and(List<List<String>> more) {
    return new Synonyms(Stream.concat(sets.stream(), more.stream()).toList());
  }

  /**
   * Those of a file, or those that come with Keeling.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public static Synonyms read(@Nullable Path file) {
    if (file == null) {
      return builtIn();
    }
    try (var lines = Files.lines(file)) {
      return parse(lines.limit(MOST_LINES).toList());
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("synonyms: cannot read " + file, e);
    }
  }

  private static Synonyms builtIn() {
    try (InputStream in = Synonyms.class.getResourceAsStream(BUILT_IN);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, BUILT_IN), StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(List<String> names) {
    for (String name : names) {
      List<String> words = TextQueries.plain(name);
      longest = Math.max(longest, words.size());
      Set<String> same = others.computeIfAbsent(key(words), k -> new LinkedHashSet<>());
      List<String> rest = new ArrayList<>(names);
      rest.remove(name);
      same.addAll(rest);
    }
  }

  /** The other names of what words are a name of; none where they are not. */
  public Set<String> of(List<String> words) {
    return others.getOrDefault(key(words), Set.of());
  }

  /** Of one thing or several: "electric vehicles" are EVs as well. */
  private static String key(List<String> words) {
    return words.stream()
        .map(word -> isPlural(word) ? word.substring(0, word.length() - 1) : word)
        .collect(Collectors.joining(" "));
  }

  private static boolean isPlural(String word) {
    return word.length() >= SHORTEST_PLURAL
        && word.endsWith("s")
        && !word.endsWith("ss")
        && word.codePoints().allMatch(Character::isLetter);
  }

  /** How many words the longest name has. */
  int longest() {
    return longest;
  }
}
