package io.keeling.search.lucene.query;

import io.keeling.search.Synonyms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks up the other names of what words are a name of. Immutable and safe to share between
 * threads.
 */
public final class SynonymLookup {

  /** Letters of the shortest plural: {@code cars}, but not {@code gas}. */
  private static final int SHORTEST_PLURAL = 4;

  /** Names by each other name of the thing, folded and joined by spaces. */
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

  /** Other names for some words; empty if none are known. */
  public Set<String> of(List<String> words) {
    return others.getOrDefault(key(words), Set.of());
  }

  /** Folds plurals: "electric vehicles" are EVs, too. */
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
