package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds people in an English text whose name is also a place's, by a stated age or family relation:
 * "eight-year-old Phoenix Hart", "Phoenix was seven when she".
 */
final class CalledLikePlaces {

  /** Length of text read before a name, in UTF-16 code units. */
  private static final int BEFORE = 40;

  /** Length of text read after a name, in UTF-16 code units. */
  private static final int BEHIND = 40;

  private static final Pattern AGED =
      Pattern.compile("(?:-year-old|-month-old| year-old| aged \\d{1,2},?)\\s+$");

  private static final Pattern RELATED =
      Pattern.compile(
          "(?<!\\p{L})(?i:sons?|daughters?|girl|boy|baby|child|brother|sister|grandson|granddaughter"
              + "|wife|husband|nephew|niece|toddler|dog|cat),?(?: named| called)?,?\\s+$");

  private static final String AGE =
      "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

  private static final Pattern IS_OF_AGE =
      Pattern.compile(
          "^(?:, "
              + AGE
              + "(?:,|\\.| and\\b)| (?:was|is|turned) (?:just |only )?"
              + AGE
              + "(?: (?:years?|months?) old| when\\b|,|\\.))");

  /** Words before a name that show a place, even if a person has the same name. */
  private static final Pattern WHERE = Pattern.compile("(?<!\\p{L})(?i:in|near|outside|from)\\s+$");

  private CalledLikePlaces() {}

  /**
   * Returns the names, with people who are called like a place typed as people. If the first word
   * of such a person's name also occurs as a name of its own, that name is typed as a person, too.
   */
  static List<LocatedName> mended(String text, List<LocatedName> names) {
    Set<String> people = new HashSet<>();
    for (LocatedName name : names) {
      if (isSomebody(text, name)) {
        people.add(firstWord(text, name));
      }
    }
    if (people.isEmpty()) {
      return names;
    }
    List<LocatedName> result = new ArrayList<>(names.size());
    for (LocatedName name : names) {
      boolean person =
          name.type() != NameType.PERSON
              && people.contains(firstWord(text, name))
              && (isSomebody(text, name) || isAlone(text, name));
      result.add(
          person ? new LocatedName(name.start(), name.end(), NameType.PERSON, name.whole()) : name);
    }
    return result;
  }

  private static boolean isSomebody(String text, LocatedName name) {
    String before = before(text, name);
    String behind = text.substring(name.end(), Math.min(text.length(), name.end() + BEHIND));
    return name.type() != NameType.PERSON
        && !WHERE.matcher(before).find()
        && (AGED.matcher(before).find()
            || RELATED.matcher(before).find()
            || IS_OF_AGE.matcher(behind).find());
  }

  private static boolean isAlone(String text, LocatedName name) {
    return text.substring(name.start(), name.end()).indexOf(' ') < 0
        && !WHERE.matcher(before(text, name)).find();
  }

  private static String before(String text, LocatedName name) {
    return text.substring(Math.max(0, name.start() - BEFORE), name.start());
  }

  private static String firstWord(String text, LocatedName name) {
    return text.substring(name.start(), name.end()).split(" ", 2)[0];
  }
}
