package io.keeling.reader.authors;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Capitalises names that are written all in capitals. */
final class NameCase {

  private static final Set<String> PARTICLES = WordList.load("words/name-particle.txt");

  /** Given names of two letters. Other words of two letters are initials: "JD". */
  private static final Set<String> SHORT = Set.of("al", "bo", "ed", "jo", "ty", "li", "lu", "xi");

  /** Letters that only Turkish has. Its dotted and dotless I have lower-case forms of their own. */
  private static final Pattern TURKISH = Pattern.compile("[\u0130\u011E\u015E]");

  private NameCase() {}

  /** Capitalises each word of a name whose letters are all capitals; else returns the name. */
  static String of(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.indexOf(' ') < 0) {
      return name;
    }
    StringBuilder written = new StringBuilder(name.length());
    Locale locale = TURKISH.matcher(name).find() ? Locale.forLanguageTag("tr") : Locale.ROOT;
    for (String word : name.split(" ")) {
      String lower = word.toLowerCase(locale);
      if (written.length() > 0) {
        written.append(' ');
      }
      if (written.length() > 0 && PARTICLES.contains(Folded.of(word)) && word.length() > 1) {
        written.append(lower);
      } else if (isInitials(word, lower)) {
        written.append(word);
      } else {
        capitalise(lower, locale, written);
      }
    }
    return written.toString();
  }

  private static boolean isInitials(String word, String lower) {
    return (word.indexOf('.') > 0 && word.length() <= 5)
        || (word.length() <= 2 && !SHORT.contains(lower))
        || lower.equals("iii");
  }

  private static void capitalise(String lower, Locale locale, StringBuilder written) {
    boolean start = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      written.append(start ? String.valueOf(c).toUpperCase(locale) : c);
      boolean elision = (c == '\'' || c == '\u2019') && lower.length() - i > 2;
      start = c == '-' || elision || (i == 1 && lower.length() > 4 && lower.startsWith("mc"));
    }
  }
}
