package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.CountryNames;
import io.keeling.enrich.words.TermMatch;
import io.keeling.enrich.words.TermTrie;
import io.keeling.enrich.words.Word;
import io.keeling.enrich.words.WordScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of countries and demonyms in a text, in one pass. Their capitals must match. The
 * meaning is not considered: "Jordan" may be a person, "Georgia" a state; see {@link CountryTally}.
 * Immutable; threads may share it.
 */
public final class CountryScanner {

  private static final String ISLANDS = "Islands";

  /** A name to find; without a code it only hides the names of countries within it. */
  private record Entry(@Nullable String code, boolean demonym, String abbreviation) {}

  private final WordScanner scanner = WordScanner.of("en");
  private final TermTrie trie = new TermTrie(scanner);
  private final List<Entry> entries = new ArrayList<>();

  public CountryScanner(CountryNames names) {
    add(names.names(), false);
    add(names.demonyms(), true);
    add(names.regions(), false);
    names.areas().forEach(area -> add(area, null, false));
  }

  private void add(Map<String, String> words, boolean demonym) {
    words.forEach((name, code) -> add(name, code, demonym));
  }

  private void add(String name, @Nullable String code, boolean demonym) {
    String plain = name.startsWith("the ") ? name.substring(4) : name;
    boolean abbreviation =
        plain.length() <= 6 && plain.equals(plain.toUpperCase(java.util.Locale.ROOT));
    trie.add(plain, entries.size());
    entries.add(new Entry(code, demonym, abbreviation ? plain.replace(".", "") : ""));
  }

  /** The countries that a text names, in order; of overlapping names the longest. */
  public List<CountryMention> scan(String text) {
    List<Word> words = scanner.scan(text);
    List<CountryMention> result = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Word first = words.get(at);
      // Every name begins with a capital, so most words need no look-up.
      boolean capital = Character.isUpperCase(first.raw().codePointAt(0));
      TermMatch match = capital ? longestAt(words, at) : null;
      if (match == null) {
        at++;
      } else {
        Entry entry = entries.get(match.term());
        at = match.end();
        int end = words.get(at - 1).end();
        if (possessive(text, end)) {
          end -= 2;
        }
        if (entry.code() != null) {
          result.add(new CountryMention(entry.code(), first.start(), end, entry.demonym()));
        }
      }
    }
    return result;
  }

  /** The longest name that begins at a word; of equally long ones, the first that was added. */
  private @Nullable TermMatch longestAt(List<Word> words, int first) {
    TermMatch found = null;
    for (TermMatch match : trie.findAt(words, first)) {
      if ((found == null || match.end() > found.end())
          && written(words.get(first), entries.get(match.term()))) {
        found = match;
      }
    }
    return found;
  }

  /**
   * Whether the capitals fit. A name begins with a capital. An abbreviation has only capitals, so
   * "us" is no country. "Islands" in "Cayman Islands" is not "Island", Iceland in German.
   */
  private static boolean written(Word word, Entry entry) {
    return entry.abbreviation().isEmpty()
        ? Character.isUpperCase(word.raw().codePointAt(0)) && !word.raw().equals(ISLANDS)
        : word.raw().equals(entry.abbreviation());
  }

  private static boolean possessive(String text, int end) {
    return end > 2
        && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
        && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019');
  }
}
