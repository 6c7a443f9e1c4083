package io.keeling.enrich.names;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Forms of names for comparing. Stateless; threads may share it. */
final class NameForm {

  /** Words that an acronym skips. */
  private static final Set<String> SMALL =
      Set.of(
          "of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "der", "und", "für",
          "&");

  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "president",
          "minister",
          "senator",
          "governor",
          "chancellor",
          "king",
          "queen",
          "prince",
          "princess",
          "judge",
          "justice",
          "general",
          "colonel",
          "captain",
          "pope");

  private NameForm() {}

  /** White space made single. */
  static String shown(String name) {
    return name.replaceAll("\\s+", " ").strip();
  }

  /** Lower case, without dots, article and possessive. */
  static String key(String name) {
    String key = shown(name).replace(".", "").replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return key.startsWith("the ") ? key.substring(4) : key;
  }

  /** The words of a person's name without titles before it. */
  static List<String> person(String name) {
    List<String> words = List.of(key(name).split(" "));
    int first = 0;
    while (first < words.size() - 1 && HONORIFICS.contains(words.get(first))) {
      first++;
    }
    return words.subList(first, words.size());
  }

  /** Whether it is an abbreviation: two to six capitals, dots or not. */
  static boolean acronym(String name) {
    String plain = name.replace(".", "");
    return plain.length() >= 2
        && plain.length() <= 6
        && plain.chars().allMatch(Character::isUpperCase);
  }

  /** The initials of a name of several words, in lower case. */
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : shown(name).split("[ -]")) {
      if (!word.isEmpty()
          && !SMALL.contains(word.toLowerCase(Locale.ROOT))
          && Character.isUpperCase(word.codePointAt(0))) {
        initials.appendCodePoint(Character.toLowerCase(word.codePointAt(0)));
      }
    }
    return initials.length() < 2 ? "" : initials.toString();
  }
}
