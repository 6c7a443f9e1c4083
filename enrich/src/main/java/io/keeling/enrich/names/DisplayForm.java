package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a name is shown that the text has in capitals, as datelines do: as the same text has it
 * elsewhere, or else with capitals at the beginnings of its words, unless it may be an
 * abbreviation. Stateless; threads may share it.
 */
final class DisplayForm {

  /** Letters of a name in capitals that is rather a word than an abbreviation. */
  private static final int WORD = 5;

  /** The same for places: "LIMA". */
  private static final int PLACE = 4;

  /** The words of a name, without hyphens and apostrophes; a dotted abbreviation is one. */
  private static final Pattern WORDS = Pattern.compile("\\p{L}\\p{M}*(?:[.]?[\\p{L}\\p{M}])*[.]?");

  /** Words that are small within a name of a place. */
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "upon", "de", "da", "do", "dos", "del", "du", "au", "am", "an");

  private static final Set<String> ABBREVIATIONS = Set.of("US", "USA", "UK", "UAE", "EU", "UN");

  /** From here on letters have other cases than two. */
  private static final char ASCII = 128;

  private DisplayForm() {}

  /** The form of a name to show; the name itself where it is not all in capitals. */
  static String of(String name, NameType type, String text) {
    if (!capitals(name) || letters(name) < (type == NameType.LOCATION ? PLACE : WORD)) {
      return name;
    }
    int last = text.length() - name.length();
    for (int at = find(name, text, 0); at <= last; at = find(name, text, at + name.length())) {
      String other = text.substring(at, at + name.length());
      if (!capitals(other) && Character.isUpperCase(other.codePointAt(0))) {
        return other;
      }
    }
    return type == NameType.ORGANIZATION || letters(name) < WORD ? name : title(name);
  }

  /**
   * Where a text has a name next, as words of their own, capitals or not; its length if nowhere.
   */
  private static int find(String name, String text, int from) {
    char first = name.charAt(0);
    char small = Character.toLowerCase(first);
    for (int at = from; at <= text.length() - name.length(); at++) {
      char c = text.charAt(at);
      boolean likely = c == first || c == small || c >= ASCII || first >= ASCII;
      if (likely
          && text.regionMatches(true, at, name, 0, name.length())
          && (at == 0 || !wordPart(text.codePointBefore(at)))
          && (at + name.length() == text.length()
              || !wordPart(text.codePointAt(at + name.length())))) {
        return at;
      }
    }
    return text.length();
  }

  private static boolean wordPart(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(point);
    };
  }

  /** Whether a name has no small letter. */
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
