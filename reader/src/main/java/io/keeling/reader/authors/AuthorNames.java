package io.keeling.reader.authors;

import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the names from a byline: removes prefixes, roles, places, dates, handles and addresses,
 * and splits the rest where names are joined.
 */
public final class AuthorNames {

  /** "Reporter" in Chinese. After this word, spaces only separate names. */
  private static final String CHINESE_REPORTER = "\u8BB0\u8005";

  /** Longest byline, in characters. */
  private static final int LONGEST = 250;

  private static final Set<String> ENDS = WordList.load("words/byline-end.txt");
  private static final Set<String> MONTHS =
      WordList.load("words/months.txt").stream()
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toSet());
  private static final Set<String> ROLES = WordList.load("words/byline-role.txt");

  /** Words between the author's name and an outlet or place: "Marta Lindqvist for The Wire". */
  private static final Set<String> PLACED = Set.of("for", "in", "at", "on", "f\u00FCr");

  private static final Pattern NOISE =
      Pattern.compile(
          "<[^<>]{1,200}>|[^\\s@]{1,64}+@\\S+|https?://\\S+|www\\.\\S+|(?<=\\s|^)@\\w+|\\([^)]{0,80}+\\)|\\[[^]]{0,80}+\\]|\"|\u201C|\u201D|\u201E");

  /** Words that join names. Single letters must be lower case, as "John E Smith" is one name. */
  private static final String AND =
      "and|und|et|och|og|ja|en|samt|sowie|sek\u00E4|\u00E9s|\u0219i|v\u00E0|ve|ir|\u0438|\u0442\u0430|\u03BA\u03B1\u03B9|\u0648|\u0914\u0930|\u098F\u09AC\u0982|(?-iu:y|e|i|a|dan)";

  private static final Pattern JOINT =
      Pattern.compile(
          "\\s?(?:[;,]\\s(?:"
              + AND
              + "|&)\\s|[;,/&|\u2022\u00B7\u2013\u2014\u3001\u060C\uFF0C\uFF1B+\n"
              + "\u00BB]|(?<![\\u30A0-\\u30FF])\u30FB|\\s-\\s|\\s(?:im gespr\u00E4ch"
              + " mit|with|mit|avec|con|"
              + AND
              + ")\\s)\\s?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Text between two authors: a bar, or the first author's place or outlet and the comma or "and"
   * after it.
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s(?:\\|\\s|(?:in|at|on|for|f\u00FCr)\\s[^,;|]{2,40}?(?:[,;]\\s(?:(?:"
              + AND
              + ")\\s)?|\\s(?:&|"
              + AND
              + ")\\s))");

  /** Maximum number of authors with a place each in one byline. */
  private static final int MOST_PLACES = 8;

  private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]+");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s:.,\u2013\u2014-]+|(?<![\\s:,-])[\\s:,-]+$");
  private static final Pattern PARTNER =
      Pattern.compile("\\s(?:mit|with|avec|con)\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:Dr|Prof|Professor|Professorin|PD|Mag|Dipl|Ing|Mr|Mrs|Ms|Sir|Rev|Rabbi|Pastor|Dame|Lord|Capt|Lt|Gen|Dott)\\b\\.?(?:-\\w+\\.?)?\\s+(?=\\p{L})");

  /** Suffixes that belong to the name even after a comma: doctorates, generations. */
  private static final Pattern SUFFIX =
      Pattern.compile("^(?:PhD|Ph\\.D\\.?|MD|M\\.D\\.?|Jr\\.?|Sr\\.?)$");

  /** Other degrees and licences, which bylines of health articles list after a name. */
  private static final String DEGREE =
      "(?:MA|MS|MSc|MBA|MPH|MSN|BA|BS|BSc|BSN|JD|DO|DDS|DVM|NP|RN|RD|RDN|LD|LDN|CDN|LCSW|LMFT|CPT|CSCS)";

  private static final Pattern DEGREES =
      Pattern.compile("(?<=\\S\\s\\S{1,40})(?:\\s" + DEGREE + "){1,12}$");
  private static final Pattern ONE_DEGREE = Pattern.compile(DEGREE);
  private static final Pattern INNER_PREFIX =
      Pattern.compile(
          "(?:^|\\s)(?:by|von|par|por|door|przez|autor|author|redaktion)\\s*:?\\s",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATED =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])(?:19|20)\\d\\d\\b");
  private static final Pattern SEPARATOR = Pattern.compile("[|\u2022\u00B7]|\\s[\u2013\u2014-]\\s");
  private static final Pattern FIRST_DIGIT =
      Pattern.compile("\\s?[\u00B7|,-]?\\s?(?<![\\p{L}\\d])\\d");

  /**
   * What remains of a byline once everything but names is removed.
   *
   * @param text the names and what joins them
   * @param announced whether a prefix such as "by" preceded them
   */
  record Bare(String text, boolean announced) {}

  private AuthorNames() {}

  /**
   * Returns the names in a byline.
   *
   * @param trusted whether the byline is in a place marked as holding authors, so that one word may
   *     be a name
   */
  static List<String> in(String byline, boolean trusted) {
    Bare bare = bare(byline, trusted);
    String text = bare.text();
    if (bare.announced() && isInterview(byline)) {
      text = PARTNER.split(text, 2)[0];
    }
    String turned = turned(text);
    String[] parts = turned == null ? JOINT.split(inSmall(text)) : new String[] {turned};
    if (parts.length == 1 && byline.indexOf(CHINESE_REPORTER) >= 0) {
      parts = text.strip().split(" ");
    }
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      if (!names.isEmpty() && SUFFIX.matcher(part.strip()).matches()) {
        names.set(names.size() - 1, names.get(names.size() - 1) + ", " + part.strip());
        continue;
      }
      boolean alone = parts.length == 1;
      if (!alone && AsianNames.isPlace(part)) {
        continue;
      }
      add(
          beforeRole(
              AsianNames.withoutRole(BylinePrefix.withoutPrefix(part.strip())).strip(), trusted),
          (trusted || bare.announced()) && alone,
          names);
      if (trusted && alone && names.isEmpty() && NameShape.isNickname(part.strip())) {
        names.add(part.strip());
      }
    }
    return names;
  }

  /** Puts the one-letter words between names into lower case, in a text in capitals. */
  private static String inSmall(String text) {
    return isCapitals(text) ? text.replace(" Y ", " y ").replace(" E ", " e ") : text;
  }

  private static boolean isInterview(String byline) {
    int at =
        byline
            .substring(0, Math.min(byline.length(), 13))
            .toLowerCase(Locale.ROOT)
            .indexOf("interview");
    return at == 0 || at == 4; // as in "The interview"
  }

  /** Returns "First Last" for "Last, First", or null if the text is no such name. */
  private static @Nullable String turned(String text) {
    int comma = text.indexOf(',');
    if (comma < 2 || comma != text.lastIndexOf(',') || comma + 2 >= text.length()) {
      return null;
    }
    String last = text.substring(0, comma).strip();
    String first = text.substring(comma + 1).strip();
    boolean oneWord = last.indexOf(' ') < 0 && first.indexOf(' ') < 0;
    String name = first + " " + last;
    return oneWord
            && NameShape.beginsWithGiven(first)
            && !NameShape.beginsWithGiven(last)
            && NameShape.isFullName(name)
        ? name
        : null;
  }

  /** Removes everything but names from a byline; empty if the text is too long for one. */
  static Bare bare(String byline, boolean trusted) {
    if (byline.length() > LONGEST) {
      return new Bare("", false);
    }
    String text =
        SPACE
            .matcher(NOISE.matcher(Punctuation.plain(byline)).replaceAll(" "))
            .replaceAll(" ")
            .strip();
    String bare = BylinePrefix.withoutPrefix(text);
    if (bare.length() == text.length() && !trusted) {
      bare = afterInnerPrefix(text);
    }
    boolean announced = bare.length() < text.length() || AsianNames.hasRole(text);
    boolean dated = !announced && !trusted && isDated(text);
    if (announced) {
      bare = beforeEnd(bare);
    }
    Matcher digit = FIRST_DIGIT.matcher(bare);
    if (!dated && digit.find() && digit.start() > 0 && (announced || !trusted)) {
      bare = withoutMonth(bare.substring(0, digit.start()));
    }
    return new Bare(bare, announced);
  }

  /**
   * Removes the month from "Marta Lindqvist Mar", which remains of "Marta Lindqvist Mar 4, 2024".
   */
  private static String withoutMonth(String text) {
    int space = text.lastIndexOf(' ');
    String last =
        text.substring(space + 1).replaceAll("(?<![.,])[.,]+$", "").toLowerCase(Locale.ROOT);
    return space > 0 && MONTHS.contains(last) ? text.substring(0, space) : text;
  }

  private static void add(String part, boolean oneWord, List<String> names) {
    String name = EDGES.matcher(part).replaceAll("");
    if (name.endsWith(".") && name.length() > 4 && !endsInInitials(name)) {
      name = name.substring(0, name.length() - 1);
    }
    name = DEGREES.matcher(name).replaceFirst("");
    if (oneWord) {
      name = NameShape.ofLogin(name);
    }
    String bare = TITLE.matcher(name).replaceFirst("");
    boolean valid = oneWord ? NameShape.isNameOrHandle(bare) : NameShape.isFullName(bare);
    if (valid && !isDegree(name)) {
      String written = oneWord && name.indexOf(' ') < 0 ? name : NameCase.of(name);
      if (!names.contains(written)) {
        names.add(written);
      }
    }
  }

  private static boolean isDegree(String text) {
    return ONE_DEGREE.matcher(text).matches() || SUFFIX.matcher(text).matches();
  }

  /** Whether a name ends in initials, "Nils B." or "Nils C.J.", and so keeps its final dot. */
  private static boolean endsInInitials(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return last.length() == 2 || last.indexOf('.') < last.length() - 1;
  }

  /** Whether a short line is a byline: it has a prefix or role, or a name and a date. */
  static boolean isByline(String text) {
    return text.length() <= LONGEST
        && (BylinePrefix.hasPrefix(text)
            || AsianNames.hasRole(text)
            || afterInnerPrefix(text).length() < text.length()
            || (isDated(text) && in(text, false).stream().anyMatch(NameShape::beginsWithGiven)));
  }

  static boolean isDated(String text) {
    return text.length() <= LONGEST && DATED.matcher(text).find() && SEPARATOR.matcher(text).find();
  }

  /** Whether a line has a byline prefix, names and a date, and so is a byline whoever it names. */
  public static boolean isDatedByline(String text) {
    return text.length() <= LONGEST
        && BylinePrefix.hasPrefix(text)
        && DATED.matcher(text).find()
        && !in(text, false).isEmpty();
  }

  /** Whether a text is one or more full names and nothing else. */
  static boolean isNames(String text) {
    List<String> names = text.length() > LONGEST ? List.of() : in(text, false);
    return !names.isEmpty() && names.stream().allMatch(NameShape::isFullName);
  }

  /**
   * Returns the text before a word that ends names, and the names that follow a place: "Marta
   * Lindqvist in Bergen and Jonas Berg in Oslo".
   */
  private static String beforeEnd(String text) {
    StringBuilder names = new StringBuilder();
    String rest = text;
    for (int i = 0; i < MOST_PLACES; i++) {
      String before = before(rest, 1, word -> ENDS.contains(withoutColon(word)) && isEnd(word));
      names.append(before);
      Matcher place = PLACE.matcher(rest.substring(before.length()));
      if (!place.lookingAt()) {
        break;
      }
      rest = rest.substring(before.length() + place.end());
      if (!NameShape.beginsWithFullName(rest)) {
        break;
      }
      names.append(", ");
    }
    return names.toString();
  }

  private static String withoutColon(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String beforeRole(String text, boolean trusted) {
    return before(
        text,
        2,
        word ->
            ROLES.contains(word.toLowerCase(Locale.ROOT)) || (trusted && PLACED.contains(word)));
  }

  private static String before(String text, int least, Predicate<String> isEnd) {
    int at = text.indexOf(' ');
    for (int words = 1; at > 0; words++) {
      int next = text.indexOf(' ', at + 1);
      if (words >= least && isEnd.test(text.substring(at + 1, next < 0 ? text.length() : next))) {
        return text.substring(0, at);
      }
      at = next;
    }
    return text;
  }

  /**
   * Whether a word listed as ending the names does so here. Short capitalised words may be names,
   * as in "Kim Le".
   */
  private static boolean isEnd(String word) {
    return word.length() > 3 || !Character.isUpperCase(word.charAt(0)) || isCapitals(word);
  }

  private static boolean isCapitals(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** Returns what follows the prefix in a byline that begins with its date. */
  private static String afterInnerPrefix(String text) {
    Matcher matcher = INNER_PREFIX.matcher(text);
    return matcher.find() && text.chars().anyMatch(Character::isDigit)
        ? text.substring(matcher.end())
        : text;
  }
}
