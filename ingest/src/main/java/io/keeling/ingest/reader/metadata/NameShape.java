package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.wording.Folded;
import io.keeling.ingest.reader.wording.TextMeasure;
import io.keeling.ingest.reader.wording.WordList;
import java.util.Locale;
import java.util.Set;

/** Tells whether a text can be the name of one person. Stateless; threads may share it. */
final class NameShape {

  private static final Set<String> NOT_A_PERSON = WordList.load("words/not-a-person.txt");
  private static final Set<String> PARTICLES = WordList.load("words/name-particle.txt");
  private static final int MOST_WORDS = 6;
  private static final int MOST_CHARACTERS = 60;
  private static final int LONGEST_UNSPACED = 6;

  private NameShape() {}

  /** Whether the text is shaped like first and last name. */
  static boolean isFullName(String text) {
    String[] words = text.split(" ");
    if (TextMeasure.isUnspaced(text.isEmpty() ? ' ' : text.codePointAt(0))) {
      return text.length() >= 2 && text.length() <= LONGEST_UNSPACED;
    }
    return words.length >= 2 && isName(text, words);
  }

  /** Whether the text may be a name because of where it stands: one word is enough. */
  static boolean isNameOrHandle(String text) {
    String[] words = text.split(" ");
    if (words.length >= 2 || text.isEmpty()) {
      return isFullName(text);
    }
    return text.length() >= 3
        && text.length() <= 30
        && text.indexOf('.') < 0
        && text.indexOf('/') < 0
        && Character.isLetter(text.charAt(0))
        && !NOT_A_PERSON.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isName(String text, String[] words) {
    if (words.length > MOST_WORDS || text.length() > MOST_CHARACTERS) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      String folded = Folded.of(word);
      if (folded.isEmpty() || NOT_A_PERSON.contains(folded) || hasDigit(word)) {
        return false;
      }
      if (Character.isLowerCase(word.codePointAt(0))) {
        if (!PARTICLES.contains(folded) && word.indexOf('\'') < 0 && word.indexOf('\u2019') < 0) {
          return false;
        }
      } else {
        capitals++;
      }
    }
    return capitals >= 1;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
