package io.keeling.enrich.lexicon;

import io.keeling.enrich.taxonomy.LexiconEntry;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.enrich.words.TermTrie;
import io.keeling.enrich.words.TermWord;
import io.keeling.enrich.words.Word;
import io.keeling.enrich.words.WordScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A taxonomy's terms in one language, compiled so that one pass finds them all. Immutable; threads
 * may share it.
 */
public final class TermLexicon {

  private static final int[] NOTHING = {};

  /**
   * The weight from which a term names its topic, whatever the words around it: slightly below
   * {@link LexiconEntry#ALONE}.
   */
  private static final double NAMES = 2.5;

  private final WordScanner scanner;
  private final TermTrie trie;
  private final List<LexiconTerm> terms = new ArrayList<>();
  private final Map<String, Integer> company = new HashMap<>();
  private final int topics;

  private TermLexicon(Taxonomy taxonomy, String language) {
    scanner = WordScanner.of(language);
    trie = new TermTrie(scanner);
    topics = taxonomy.topics().size();
    for (String phrase : taxonomy.ignore().getOrDefault(language, List.of())) {
      addHiding(phrase, LexiconTerm.EVERYTHING);
    }
    addEntries(taxonomy.climate(), language, LexiconTerm.CLIMATE);
    for (int i = 0; i < topics; i++) {
      TaxonomyTopic topic = taxonomy.topics().get(i);
      addEntries(topic.lexicon(), language, i);
      addEntries(mentions(topic, language), language, topics + i);
      for (String phrase : topic.ignoreIn(language)) {
        addHiding(phrase, i);
        addHiding(phrase, topics + i);
      }
    }
  }

  /** Compiles a taxonomy's terms of a language. */
  public static TermLexicon of(Taxonomy taxonomy, String language) {
    return new TermLexicon(taxonomy, language);
  }

  /**
   * Terms that mention a topic. In a language without such a list, they are the terms that name the
   * topic by themselves.
   */
  private static List<LexiconEntry> mentions(TaxonomyTopic topic, String language) {
    return topic.mentions().stream().anyMatch(entry -> entry.language().equals(language))
        ? topic.mentions()
        : topic.lexicon().stream().filter(entry -> entry.weight() >= NAMES).toList();
  }

  private void addEntries(List<LexiconEntry> entries, String language, int owner) {
    for (LexiconEntry entry : entries) {
      if (entry.language().equals(language)) {
        int[] near = company(entry.near());
        int[] with = company(entry.with());
        int[] unless = company(entry.unless());
        for (String term : entry.terms()) {
          List<TermWord> capitals = entry.matchCase() ? TermTrie.words(scanner, term) : List.of();
          add(
              new LexiconTerm(
                  term,
                  LexiconTerm.Role.SPEAKS,
                  owner,
                  entry.weight(),
                  capitals,
                  near,
                  with,
                  unless));
        }
      }
    }
  }

  private void addHiding(String phrase, int owner) {
    add(
        new LexiconTerm(
            phrase, LexiconTerm.Role.HIDES, owner, 0, List.of(), NOTHING, NOTHING, NOTHING));
  }

  private int[] company(List<String> phrases) {
    return phrases.stream().mapToInt(this::company).toArray();
  }

  private int company(String phrase) {
    Integer known = company.get(phrase);
    if (known == null) {
      known =
          add(
              new LexiconTerm(
                  phrase, LexiconTerm.Role.COMPANY, 0, 0, List.of(), NOTHING, NOTHING, NOTHING));
      company.put(phrase, known);
    }
    return known;
  }

  private int add(LexiconTerm term) {
    terms.add(term);
    trie.add(term.text(), terms.size() - 1);
    return terms.size() - 1;
  }

  /** Finds the terms that count in an article. */
  public LexiconHits find(String title, String text) {
    List<Word> words = new ArrayList<>(scanner.scan(title));
    int titleWords = words.size();
    words.addAll(scanner.scan(text));
    return new LexiconReading(terms, topics, words, titleWords).read(trie.find(words));
  }
}
