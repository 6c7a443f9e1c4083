package io.keeling.reader.authors;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Extracts agencies, institutions and desks from a byline that names no person: "Reuters",
 * "Redaktion", "dpa/lno", "Staff Writer".
 */
final class CollectiveNames {

  private static final int MOST_WORDS = 6;
  private static final int PROPER_WORDS = 4;
  private static final int AGENCY_WORDS = 2;
  private static final int MOST_CHARACTERS = 60;

  private static final Set<String> COLLECTIVES = WordList.load("words/collective-author.txt");
  private static final Set<String> AGENCIES = WordList.load("words/news-agency.txt");
  private static final Set<String> NOBODY = WordList.load("words/no-author.txt");

  private static final Set<String> SOURCES = WordList.load("words/source-label.txt");

  /** Separators of names. A slash is not one: "dpa/lno" is one desk of one agency. */
  private static final Pattern JOINT =
      Pattern.compile(
          "\\s{0,4}[;,|\u2022\u00B7\u00BB]\\s*|\\s{1,4}(?:[\u2013\u2014-]|and|und|et|y)\\s+");

  private static final Pattern EDGES = Pattern.compile("^[\\s:.,-]+|(?<![\\s:,.-])[\\s:,.-]+$");

  /** The domain of a site or the login of a person. */
  private static final Pattern ADDRESS = Pattern.compile("^[^\\s/]+\\.[^\\s/]{2,}");

  private static final Pattern DATELINE =
      Pattern.compile("[\\p{L}\\p{M} ,./-]{2,40}\\(([^()]{2,30})\\)\\s*[\u2013\u2014-]");

  /** Brackets at the very end of a text: "(dpa/lno)", "(The Wire with AFP)". */
  private static final Pattern CLOSING = Pattern.compile("\\(([^()]{2,30})\\)\\s*+(?:\\.\\s*+)?$");

  /** Lower-case words inside the names of institutions. */
  private static final Set<String> INNER = WordList.load("words/inside-collective-name.txt");

  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private CollectiveNames() {}

  /**
   * Returns the collectives in a byline.
   *
   * @param trusted whether the place holds only authors; elsewhere a prefix must announce them or a
   *     word such as "agency" must identify them
   */
  static List<String> in(String byline, boolean trusted) {
    AuthorNames.Bare bare = AuthorNames.bare(byline, trusted);
    List<String> names = new ArrayList<>();
    String[] parts = JOINT.split(bare.text());
    boolean announced = bare.announced() && parts.length == 1;
    for (String part : parts) {
      String name = EDGES.matcher(BylinePrefix.withoutPrefix(part.strip())).replaceAll("");
      if (isName(name)
          && (trusted || (announced && isProper(name)) || isCollective(name))
          && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns the agency in the dateline that a text begins with: "HAMBURG (dpa/lno) - ". */
  static List<String> inDateline(String text) {
    Matcher dateline = DATELINE.matcher(text);
    if (!dateline.lookingAt()) {
      return List.of();
    }
    String name = dateline.group(1).strip();
    return isName(name) && isCollective(name) ? List.of(name) : List.of();
  }

  /** Returns the agency in brackets that a text ends with. */
  static List<String> atEnd(String text) {
    Matcher closing = CLOSING.matcher(text);
    if (!closing.find()) {
      return List.of();
    }
    String name = closing.group(1).strip();
    return isName(name) && isCollective(name) && name.split(" ").length <= PROPER_WORDS
        ? List.of(name)
        : List.of();
  }

  /** Whether a heading announces a desk or agency and says nothing else. */
  static boolean isAnnounced(String heading) {
    List<String> names = in(heading, false);
    return BylinePrefix.hasPrefix(heading) && names.size() == 1 && isCollective(names.get(0));
  }

  /** Returns the agencies that a line names if it says nothing else: "Jiji, Kyodo". */
  static List<String> agencies(String line) {
    List<String> names = line.length() > MOST_CHARACTERS ? List.of() : in(line, false);
    boolean only = names.size() == JOINT.split(line.strip()).length;
    return only && names.stream().allMatch(CollectiveNames::isAgency) ? names : List.of();
  }

  /** Whether a name is a general word for a desk, which any outlet may use: "Redaktion". */
  static boolean isNameless(String name) {
    return COLLECTIVES.contains(Folded.of(name));
  }

  /** Whether a name of at most two words is that of a news agency: "Associated Press". */
  private static boolean isAgency(String name) {
    String[] words = WORD.split(name);
    return words.length <= AGENCY_WORDS
        && Stream.of(words).anyMatch(word -> AGENCIES.contains(Folded.of(word)));
  }

  /** Returns the source that a line names: "Source: Harbour Wire". */
  static List<String> inSource(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || !SOURCES.contains(Folded.of(line.substring(0, colon), MOST_CHARACTERS))) {
      return List.of();
    }
    String name = EDGES.matcher(line.substring(colon + 1)).replaceAll("");
    return isName(name) && name.split(" ").length <= PROPER_WORDS ? List.of(name) : List.of();
  }

  private static boolean isName(String name) {
    return name.length() >= 2
        && name.length() <= MOST_CHARACTERS
        && Character.isLetter(name.codePointAt(0))
        && name.chars().noneMatch(Character::isDigit)
        && name.split(" ").length <= MOST_WORDS
        && !ADDRESS.matcher(name).matches()
        && !NOBODY.contains(Folded.of(name));
  }

  /** Whether the words are capitalised like a name, unlike a sentence that begins like a byline. */
  private static boolean isProper(String name) {
    String[] words = name.split("\\s+");
    for (String word : words) {
      if (Character.isLowerCase(word.codePointAt(0)) && !INNER.contains(word)) {
        return false;
      }
    }
    return Character.isUpperCase(name.codePointAt(0)) && words.length <= PROPER_WORDS;
  }

  /** Whether a word of the name identifies a desk, agency or institution. */
  private static boolean isCollective(String name) {
    for (String word : WORD.split(name)) {
      String folded = Folded.of(word);
      if (COLLECTIVES.contains(folded) || AGENCIES.contains(folded)) {
        return true;
      }
    }
    return false;
  }
}
