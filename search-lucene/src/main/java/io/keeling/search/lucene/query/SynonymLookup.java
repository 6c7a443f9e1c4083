package io.keeling.search.lucene.query;

import io.keeling.search.Synonyms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks up synonyms of words. Immutable; threads may share it. */
public final class SynonymLookup {

  /**
   * Minimum length of a word that may be a plural, in characters: {@code cars}, but not {@code
   * gas}.
   */
  private static final int SHORTEST_PLURAL = 4;

  /** For each name of a thing, the thing's other names. Keys are folded and joined by spaces. */
  private final Map<String, Set<String>> others = new HashMap<>();

  private int longest = 1;

  public SynonymLookup(Synonyms synonyms) {
    synonyms.sets().forEach(this::add);
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

  /** Synonyms of some words; empty if none are known. */
  public Set<String> of(List<String> words) {
    return others.getOrDefault(key(words), Set.of());
  }

  /**
   * Removes plural endings, so that "electric vehicles" and "electric vehicle" have the same key.
   */
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

  /** Number of words of the longest name. */
  int longest() {
    return longest;
  }
}
