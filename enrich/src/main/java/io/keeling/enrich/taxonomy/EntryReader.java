package io.keeling.enrich.taxonomy;

import io.keeling.enrich.words.TermTrie;
import io.keeling.enrich.words.TermWord;
import io.keeling.enrich.words.WordScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the terms of one document of a taxonomy file, in which {@code $name} stands for a context
 * of the same document. Not for sharing between threads.
 */
final class EntryReader {

  /** An ISO 639-1 code. */
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private static final Pattern STAR_WITHIN = Pattern.compile("[*]\\S|(?<!\\S)[*]");

  private static final String ENGLISH = "en";

  /** The language of all terms; empty where each entry states its own. */
  private final String only;

  private final YamlNode named;
  private final Map<String, List<String>> contexts = new LinkedHashMap<>();
  private final Set<String> usedContexts = new HashSet<>();

  private EntryReader(YamlNode document, String only) {
    this.only = only;
    this.named = document.get("contexts");
    for (String name : named.names()) {
      contexts.put(name, terms(named.get(name), only.isEmpty() ? ENGLISH : only));
    }
  }

  /** Creates a reader for a document whose entries state their language, English by default. */
  static EntryReader ofAll(YamlNode document) {
    return new EntryReader(document, "");
  }

  /** Creates a reader for a document that holds one language. */
  static EntryReader of(YamlNode document, String language) {
    return new EntryReader(document, language);
  }

  /** Reads entries that each state a weight. */
  List<LexiconEntry> lexicon(YamlNode node) {
    return filled(node, "entry").stream()
        .map(
            entry -> entry(entry, "weight", entry.get("weight").number(0.1, LexiconEntry.HEAVIEST)))
        .toList();
  }

  /** Reads entries whose terms each mention the topic by themselves. */
  List<LexiconEntry> mentions(YamlNode node) {
    return node.list().stream().map(entry -> entry(entry, "", LexiconEntry.ALONE)).toList();
  }

  /** Reports every context that no entry uses. */
  void reportUnused() {
    for (String name : contexts.keySet()) {
      if (!usedContexts.contains(name)) {
        named.get(name).problem("is never used");
      }
    }
  }

  private LexiconEntry entry(YamlNode node, String ofWeight, double weight) {
    List<String> keys = new ArrayList<>(List.of("case", "terms", "near", "with", "unless"));
    if (!ofWeight.isEmpty()) {
      keys.add(0, ofWeight);
    }
    if (only.isEmpty()) {
      keys.add(0, "language");
    }
    node.keys(keys.toArray(String[]::new));
    String language =
        only.isEmpty()
            ? node.get("language")
                .textOr(ENGLISH, t -> LANGUAGE.matcher(t).matches(), "must be an ISO 639-1 code")
            : only;
    List<String> terms =
        filled(node.get("terms"), "term").stream().map(item -> term(item, language)).toList();
    return new LexiconEntry(
        language,
        weight,
        node.get("case").flag(),
        terms,
        context(node.get("near"), language),
        context(node.get("with"), language),
        context(node.get("unless"), language));
  }

  private static List<YamlNode> filled(YamlNode node, String what) {
    int before = node.problems();
    List<YamlNode> found = node.list();
    if (found.isEmpty() && node.problems() == before) {
      node.problem("must be a list with at least one " + what);
    }
    return found;
  }

  private List<String> context(YamlNode node, String language) {
    List<String> result = new ArrayList<>();
    for (YamlNode item : node.list()) {
      String text = item.text();
      if (!text.startsWith("$")) {
        result.add(term(item, language));
      } else if (contexts.containsKey(text.substring(1))) {
        usedContexts.add(text.substring(1));
        result.addAll(contexts.get(text.substring(1)));
      } else {
        item.problem("there is no context \"" + text.substring(1) + "\"");
      }
    }
    return result;
  }

  /** Reads phrases of a language. */
  static List<String> terms(YamlNode node, String language) {
    return node.list().stream().map(item -> term(item, language)).toList();
  }

  private static String term(YamlNode node, String language) {
    String rule =
        "must be words, of which one may end in * after at least "
            + TermTrie.SHORTEST_PREFIX
            + " letters; * stands nowhere else";
    return node.text(text -> usable(text, language), rule);
  }

  private static boolean usable(String term, String language) {
    List<TermWord> words = TermTrie.words(WordScanner.of(language), term);
    return !words.isEmpty()
        && STAR_WITHIN.matcher(term).results().findAny().isEmpty()
        && words.stream()
            .noneMatch(w -> w.isBeginning() && w.form().length() <= TermTrie.SHORTEST_PREFIX);
  }
}
