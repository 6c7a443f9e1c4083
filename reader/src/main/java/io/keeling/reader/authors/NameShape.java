package io.keeling.reader.authors;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether a text can be the name of one person. */
public final class NameShape {

  private static final Set<String> NOT_A_PERSON = WordList.load("words/not-a-person.txt");
  private static final Set<String> GIVEN = given();
  private static final Set<String> AGENCIES = WordList.load("words/news-agency.txt");
  private static final Set<String> NOBODY = WordList.load("words/no-author.txt");
  private static final Set<String> PARTICLES = WordList.load("words/name-particle.txt");

  /** Parts of shared logins. */
  private static final List<String> LOGIN = List.of("admin", "webmaster", "redaktion", "editor");

  /** Endings of German words for roles and institutions. */
  private static final List<String> ROLE_ENDINGS =
      List.copyOf(WordList.load("words/role-ending.txt"));

  /** Months that are also given names. */
  private static final Set<String> MONTHS = Set.of("april", "may", "june", "august");

  /** Other words that are also given names: "Min Jin Lee". */
  private static final Set<String> GIVEN_WORDS = Set.of("min", "mai", "ani");

  /** Surnames among the words that are listed as not naming a person. */
  private static final Set<String> SURNAMES = WordList.load("words/surname-too.txt");

  /** A date or time, which may follow a name. */
  private static final Pattern CLOCK = Pattern.compile("^\\d+[.:/]\\d+\\S*");

  private static final int PLAIN_WORDS = 4;
  private static final int HANDLE_WORDS = 3;
  private static final int LONGEST_HANDLE = 30;
  private static final int MOST_WORDS = 6;
  private static final int MOST_CHARACTERS = 60;

  /**
   * Minimum length of a given name also accepted without its accents; shorter ones are often words.
   */
  private static final int LEAST_PLAIN = 4;

  private NameShape() {}

  public static boolean isFullName(String text) {
    String[] words = text.split(" ");
    if (AsianNames.isIn(text)) {
      return AsianNames.isName(text) && !NOBODY.contains(text) && !NOT_A_PERSON.contains(text);
    }
    return words.length >= 2 && isName(text, words) && !NOBODY.contains(Folded.of(text));
  }

  /**
   * Whether an unmarked text is a name: two to four capitalised words, of which the first is a
   * common given name.
   */
  static boolean isPlainName(String text) {
    String[] words = text.split(" ");
    if (words.length < 2 || words.length > PLAIN_WORDS || !isFullName(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && " .'\u2019-".indexOf(c) < 0) {
        return false;
      }
    }
    return isGiven(words[0]);
  }

  /** Whether the first word is a common given name. */
  public static boolean beginsWithGiven(String text) {
    int space = text.indexOf(' ');
    return isGiven(space < 0 ? text : text.substring(0, space));
  }

  /**
   * Whether a text begins with a common given name, not in lower case, and another word follows.
   */
  static boolean beginsWithFullName(String text) {
    int space = text.indexOf(' ');
    if (AsianNames.isIn(text)) {
      return AsianNames.isName(space < 0 ? text : text.substring(0, space));
    }
    return space > 0
        && space + 1 < text.length()
        && !Character.isLowerCase(text.codePointAt(0))
        && Character.isLetter(text.codePointAt(space + 1))
        && isGiven(text.substring(0, space));
  }

  private static boolean isGiven(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int hyphen = lower.indexOf('-');
    return isListed(lower) || (hyphen > 0 && isListed(lower.substring(0, hyphen)));
  }

  private static boolean isListed(String lower) {
    return GIVEN.contains(lower) || GIVEN.contains(Accents.without(lower));
  }

  /** Loads the given names, and adds their forms without accents. */
  private static Set<String> given() {
    Set<String> names = new HashSet<>(WordList.load("words/given-name.txt"));
    for (String name : List.copyOf(names)) {
      String plain = Accents.without(name);
      if (plain.length() >= LEAST_PLAIN) {
        names.add(plain);
      }
    }
    return names;
  }

  /** Whether a text in a place marked as an author's may be a name. One word is enough there. */
  static boolean isNameOrHandle(String text) {
    String[] words = text.split(" ");
    if (words.length >= 2 || text.isEmpty()) {
      return isFullName(text);
    }
    String folded = Folded.of(text);
    if (NOBODY.contains(folded)
        || AGENCIES.contains(folded)
        || LOGIN.stream().anyMatch(folded::contains)) {
      return false;
    }
    return text.length() >= 2
        && text.length() <= LONGEST_HANDLE
        && text.indexOf('.') < 0
        && text.indexOf('/') < 0
        && Character.isLetter(text.charAt(0))
        && !NOT_A_PERSON.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether the text may be a nickname of several words: "der kleine Gartenzwerg". */
  static boolean isNickname(String text) {
    String[] words = text.split(" ");
    if (words.length < 2 || words.length > HANDLE_WORDS) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean particle = i < words.length - 1 && PARTICLES.contains(words[i]);
      if (words[i].isEmpty()
          || (!particle && isNoPerson(words[i]))
          || !Character.isLetterOrDigit(words[i].charAt(0))
          || words[i].endsWith(":")
          || CLOCK.matcher(words[i]).matches()) {
        return false;
      }
    }
    return text.length() <= LONGEST_HANDLE && !NOBODY.contains(Folded.of(text));
  }

  private static boolean isName(String text, String[] words) {
    if (words.length > MOST_WORDS || text.length() > MOST_CHARACTERS) {
      return false;
    }
    int capitals = 0;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      String folded = Folded.of(word);
      boolean particle = i > 0 && PARTICLES.contains(folded);
      boolean excused = particle || isAmbiguous(words, i);
      if (folded.isEmpty()
          || word.endsWith(":")
          || (!excused && isNoPerson(word))
          || hasDigit(word)) {
        return false;
      }
      if (Character.isLowerCase(word.codePointAt(0))) {
        if (!particle
            && !PARTICLES.contains(folded)
            && word.indexOf('\'') < 0
            && word.indexOf('\u2019') < 0) {
          return false;
        }
      } else {
        capitals++;
      }
    }
    return capitals >= 1 && !PARTICLES.contains(words[words.length - 1]);
  }

  /** Whether a listed word is part of a name here: "Theresa May", "Max Read", "April Holm". */
  private static boolean isAmbiguous(String[] words, int i) {
    String lower = words[i].toLowerCase(Locale.ROOT);
    if (i == 0 && words.length > 1 && GIVEN_WORDS.contains(lower)) {
      return !isNoPerson(words[1]);
    }
    return i == 0
        ? MONTHS.contains(lower) && words.length == 2 && !isNoPerson(words[1])
        : i == words.length - 1 && SURNAMES.contains(lower) && isGiven(words[0]);
  }

  /** Returns the name in a login made of first and last name: "marta.lindqvist". */
  static String ofLogin(String login) {
    String[] parts = login.split("[._]", -1);
    if (parts.length != 2 || parts[1].length() < 2 || !isGiven(parts[0]) || hasDigit(login)) {
      return login;
    }
    return capitalised(parts[0]) + " " + capitalised(parts[1]);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Whether a word, or its part after the last hyphen, is one that no name has. */
  private static boolean isNoPerson(String word) {
    String folded = Folded.of(word);
    String last = folded.substring(folded.lastIndexOf(' ') + 1);
    return NOT_A_PERSON.contains(folded)
        || NOT_A_PERSON.contains(last)
        || ROLE_ENDINGS.stream()
            .anyMatch(end -> last.length() > end.length() && last.endsWith(end));
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
