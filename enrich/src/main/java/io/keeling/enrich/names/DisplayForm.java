package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to show a name that the text has in capitals, as datelines do: as the text has it elsewhere,
 * or else with a capital at the beginning of each word, unless it may be an abbreviation. For one
 * article and one thread.
 */
final class DisplayForm {

  /** Fewest letters of a name in capitals that counts as a word, not an abbreviation. */
  private static final int WORD = 5;

  /**
   * Fewest letters of a place's name in capitals that counts as a word, not an abbreviation:
   * "LIMA".
   */
  private static final int PLACE = 4;

  /** The words of a name, without hyphens and apostrophes; a dotted abbreviation is one word. */
  private static final Pattern WORDS = Pattern.compile("\\p{L}(?:[.]?[\\p{L}\\p{M}])*+[.]?");

  /** Words in lower case within a place's name. */
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "upon", "de", "da", "do", "dos", "del", "du", "au", "am", "an");

  private static final Set<String> ABBREVIATIONS = Set.of("US", "USA", "UK", "UAE", "EU", "UN");

  /** Maximum number of occurrences of a name's first word that are checked, to limit the work. */
  private static final int MOST_PLACES = 1_000;

  private final String text;
  private @Nullable Map<String, List<Integer>> places;

  /**
   * @param text the article's text
   */
  DisplayForm(String text) {
    this.text = text;
  }

  /** The form of a name to show; unchanged if the name is not all in capitals. */
  String of(String name, NameType type) {
    if (!capitals(name) || letters(name) < (type == NameType.LOCATION ? PLACE : WORD)) {
      return name;
    }
    if (places == null) {
      places = places(text);
    }
    String first = capital(name.substring(0, endOfWord(name, 0)));
    for (int at : places.getOrDefault(first, List.of())) {
      int end = at + name.length();
      if (text.regionMatches(true, at, name, 0, name.length())
          && (end == text.length() || !wordPart(text.codePointAt(end)))
          && !capitals(text.substring(at, end))) {
        return text.substring(at, end);
      }
    }
    return type == NameType.ORGANIZATION || letters(name) < WORD ? name : title(name);
  }

  /** The offsets of words that begin with a capital, by the word in upper case. */
  private static Map<String, List<Integer>> places(String text) {
    Map<String, List<Integer>> places = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int end = endOfWord(text, at);
      if (Character.isUpperCase(point)) {
        List<Integer> known =
            places.computeIfAbsent(capital(text.substring(at, end)), w -> new ArrayList<>(1));
        if (known.size() < MOST_PLACES) {
          known.add(at);
        }
      }
      at = Math.max(end, at + Character.charCount(point));
    }
    return places;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && wordPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static String capital(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static boolean wordPart(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(point);
    };
  }

  /** Whether a name has no lower-case letter. */
  static boolean capitals(String name) {
    return name.codePoints().noneMatch(Character::isLowerCase);
  }

  private static long letters(String name) {
    return name.codePoints().filter(Character::isLetter).count();
  }

  private static String title(String name) {
    return WORDS
        .matcher(name)
        .replaceAll(found -> Matcher.quoteReplacement(word(found.group(), found.start() == 0)));
  }

  private static String word(String word, boolean first) {
    String small = word.toLowerCase(Locale.ROOT);
    if (word.indexOf('.') >= 0 || ABBREVIATIONS.contains(word)) {
      return word;
    }
    if (!first && (SMALL.contains(small) || small.length() == 1)) {
      return small;
    }
    int rest = word.offsetByCodePoints(0, 1);
    return word.substring(0, rest) + small.substring(rest);
  }
}
