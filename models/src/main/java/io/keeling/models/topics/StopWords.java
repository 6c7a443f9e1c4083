package io.keeling.models.topics;

import java.util.Locale;
import java.util.Set;

/**
 * English words that stand in every text and name no topic, whatever weight a model gives them.
 * Stateless; threads may share it.
 */
final class StopWords {

  private static final Set<String> WORDS =
      Set.of(
          ("a about above after again against all also am an and any are as at be because been before"
                  + " being below between both but by can cannot could did do does doing down during each"
                  + " even ever few for from further get gets got had has have having he her here"
                  + " hers herself him himself his how i if in into is it its itself just let like"
                  + " made make makes many may me might more most much must my myself no nor not now"
                  + " of off on once one only or other our ours out over own per said same say says"
                  + " she should so some still such than that the their theirs them themselves then"
                  + " there these they this those though through to too under until up upon very"
                  + " was we well were what when where whether which while who whom whose why will"
                  + " with within without would yet you your yours")
              .split(" "));

  private StopWords() {}

  /**
   * Whether a word is one, in capitals or not, with what is short for another behind it or not:
   * "It's". A mark without letters and digits is one too.
   */
  static boolean has(String word) {
    String plain = word.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    int apostrophe = plain.indexOf('\'');
    String first = apostrophe < 0 ? plain : plain.substring(0, apostrophe);
    boolean negated = plain.endsWith("n't");
    return negated || WORDS.contains(first) || plain.chars().noneMatch(Character::isLetterOrDigit);
  }
}
