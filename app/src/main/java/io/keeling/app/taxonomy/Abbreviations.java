package io.keeling.app.taxonomy;

import io.keeling.enrich.taxonomy.LexiconEntry;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds abbreviations among the terms of a taxonomy. {@code IPCC} and "intergovernmental panel on
 * climate change" are terms of one topic, and the first consists of the initials of the second.
 */
final class Abbreviations {

  /** Two letters are ambiguous: "EV" could be an electric van as well. */
  private static final Pattern SHORT = Pattern.compile("[A-Z]{3,8}");

  /** Minimum length of an abbreviation to which small words may contribute letters, as in AOSIS. */
  private static final int LONG = 5;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

  /** Words that rarely contribute a letter, in the taxonomy's languages. */
  private static final Set<String> SMALL =
      Set.of(
          "of", "and", "the", "for", "on", "in", "to", "a", "de", "la", "le", "les", "des", "du",
          "et", "à", "au", "aux", "en", "sur", "del", "los", "las", "el", "y", "e", "i", "di", "da",
          "do", "dos", "das", "della", "delle", "per", "der", "die", "und", "für", "van", "het",
          "voor");

  private Abbreviations() {}

  /** Returns each abbreviation followed by its long forms. */
  static List<List<String>> of(Taxonomy taxonomy) {
    Map<String, Set<String>> longForms = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(taxonomy.climate()), taxonomy.topics().stream().map(Abbreviations::entries))
        .forEach(entries -> collect(entries, longForms));
    List<List<String>> names = new ArrayList<>();
    longForms.forEach(
        (shortForm, forms) ->
            names.add(Stream.concat(Stream.of(shortForm), forms.stream()).toList()));
    return List.copyOf(names);
  }

  private static List<LexiconEntry> entries(TaxonomyTopic topic) {
    return Stream.concat(topic.lexicon().stream(), topic.mentions().stream()).toList();
  }

  /** Compares terms of one language only, as letters rarely abbreviate words of another. */
  private static void collect(List<LexiconEntry> entries, Map<String, Set<String>> longForms) {
    Map<String, Set<String>> termsByLanguage = new LinkedHashMap<>();
    for (LexiconEntry entry : entries) {
      termsByLanguage
          .computeIfAbsent(entry.language(), l -> new LinkedHashSet<>())
          .addAll(entry.terms());
    }
    for (Set<String> terms : termsByLanguage.values()) {
      Set<String> shortForms = new HashSet<>(terms);
      shortForms.removeIf(term -> !SHORT.matcher(term).matches());
      for (String term : terms) {
        for (String letters : letters(term)) {
          if (shortForms.contains(letters)) {
            longForms.computeIfAbsent(letters, l -> new LinkedHashSet<>()).add(term);
          }
        }
      }
    }
  }

  /**
   * Returns possible abbreviations of a term of several words; empty if the term contains signs of
   * the lexicon's syntax.
   */
  private static Set<String> letters(String term) {
    String[] words = BETWEEN_WORDS.split(term);
    if (words.length < 2 || !term.codePoints().allMatch(Abbreviations::isPlain)) {
      return Set.of();
    }
    Set<String> letters = new HashSet<>();
    letters.add(initials(Stream.of(words).filter(word -> !SMALL.contains(lower(word)))));
    String all = initials(Stream.of(words));
    if (all.length() >= LONG) {
      letters.add(all);
    }
    return letters;
  }

  private static boolean isPlain(int character) {
    return Character.isLetter(character) || character == ' ' || character == '-';
  }

  private static String initials(Stream<String> words) {
    StringBuilder initials = new StringBuilder();
    words.filter(word -> !word.isEmpty()).forEach(word -> initials.append(word.charAt(0)));
    return initials.toString().toUpperCase(Locale.ROOT);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
