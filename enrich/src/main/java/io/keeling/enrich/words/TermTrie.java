package io.keeling.enrich.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Finds all terms of a lexicon in a list of words, in one pass over a trie of words and in time
 * linear in the number of words. A word of a term may end in {@code *} for any continuation; a
 * prefix that ends in "is" also matches words with "iz" there. {@code #} stands for one or more
 * digits. Immutable once built; threads may share it.
 */
public final class TermTrie {

  /** Ends a word of a term that matches every word with this prefix. */
  static final String ANY = "*";

  /** Minimum number of letters before a {@code *}. Shorter prefixes match too many words. */
  public static final int SHORTEST_PREFIX = 4;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*");

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Map<Long, Integer> edges = new HashMap<>();
  private final List<List<Integer>> termsAt = new ArrayList<>();
  private final WordScanner scanner;
  private int longestBeginning;

  /**
   * @param scanner splits the terms; texts must be split by the same scanner
   */
  public TermTrie(WordScanner scanner) {
    this.scanner = scanner;
    termsAt.add(new ArrayList<>());
  }

  /** The words of a term. */
  public static List<TermWord> words(WordScanner scanner, String term) {
    List<TermWord> found = new ArrayList<>();
    for (String part : SPACES.split(term.strip())) {
      boolean prefix = part.endsWith("*");
      List<Word> words = scanner.scan(part.replace('#', '0'));
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        if (prefix && i == words.size() - 1) {
          found.add(new TermWord(word.raw().toLowerCase(Locale.ROOT) + ANY, word.raw() + ANY));
        } else if (part.indexOf('#') >= 0) {
          found.add(new TermWord(shape(word.form()), shape(word.raw())));
        } else {
          found.add(new TermWord(word.form(), word.raw()));
        }
      }
    }
    return found;
  }

  /**
   * Adds a term. Must not be called once the trie is shared.
   *
   * @param term its words
   * @param id what {@link #find} reports
   * @throws IllegalArgumentException if the term has no word
   */
  public void add(String term, int id) {
    List<TermWord> words = words(scanner, term);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("\"" + term + "\" holds no word");
    }
    int node = 0;
    for (TermWord termWord : words) {
      String form = termWord.form();
      if (form.endsWith(ANY)) {
        beginnings.add(form.substring(0, SHORTEST_PREFIX));
        longestBeginning = Math.max(longestBeginning, form.length() - ANY.length());
      }
      int word = vocabulary.computeIfAbsent(form, f -> vocabulary.size());
      long edge = edge(node, word);
      Integer next = edges.get(edge);
      if (next == null) {
        next = termsAt.size();
        termsAt.add(new ArrayList<>(1));
        edges.put(edge, next);
      }
      node = next;
    }
    termsAt.get(node).add(id);
  }

  /** Every occurrence of every term, by where it begins, shorter ones first. */
  public List<TermMatch> find(List<Word> words) {
    int[][] candidates = new int[words.size()][];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = candidates(words.get(i).form());
    }
    List<TermMatch> matches = new ArrayList<>();
    for (int i = 0; i < candidates.length; i++) {
      walk(at -> candidates[at], candidates.length, 0, i, i, matches);
    }
    return matches;
  }

  /** Every term that starts at one word, shorter ones first; looks up only the words it needs. */
  public List<TermMatch> findAt(List<Word> words, int first) {
    List<TermMatch> matches = new ArrayList<>();
    walk(at -> candidates(words.get(at).form()), words.size(), 0, first, first, matches);
    return matches;
  }

  private void walk(
      IntFunction<int[]> candidates,
      int size,
      int node,
      int first,
      int at,
      List<TermMatch> matches) {
    if (at == size) {
      return;
    }
    for (int word : candidates.apply(at)) {
      Integer next = edges.get(edge(node, word));
      if (next != null) {
        for (int id : termsAt.get(next)) {
          matches.add(new TermMatch(id, first, at + 1));
        }
        walk(candidates, size, next, first, at + 1, matches);
      }
    }
  }

  private static final int[] NONE = {};

  /** The entries of the vocabulary that a word matches: itself, its shape, its prefixes. */
  private int[] candidates(String form) {
    List<Integer> found = new ArrayList<>(2);
    add(found, form);
    if (hasDigit(form)) {
      add(found, shape(form));
    }
    boolean begins =
        form.length() >= SHORTEST_PREFIX && beginnings.contains(form.substring(0, SHORTEST_PREFIX));
    int longest = begins ? Math.min(form.length(), longestBeginning) : 0;
    for (int length = SHORTEST_PREFIX; length <= longest; length++) {
      String beginning = form.substring(0, length);
      add(found, beginning + ANY);
      if (beginning.endsWith("iz")) {
        add(found, beginning.substring(0, length - 1) + "s" + ANY);
      }
    }
    return found.isEmpty() ? NONE : found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(List<Integer> found, String form) {
    Integer word = vocabulary.get(form);
    if (word != null) {
      found.add(word);
    }
  }

  private static boolean hasDigit(String form) {
    // Called for every word of every article; a stream here took a twentieth of all tagging time.
    for (int i = 0; i < form.length(); i++) {
      if (Character.isDigit(form.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A word with {@code #} in place of its numbers. */
  static String shape(String form) {
    return NUMBER.matcher(form).replaceAll("#");
  }

  private static long edge(int node, int word) {
    return ((long) node << 32) | word;
  }
}
