package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds organisations by words such as "Department" or "Association" where the model found no name,
 * or took a part of the name for a place or a person: "California Department of Forestry",
 * "Tamarind Growers Association".
 */
final class NamedBodies {

  private static final WordSections WORDS = new WordSections(NamedBodies.class);

  /** Probability of a name that was found by these words. */
  private static final double BY_ITS_WORDS = 0.7;

  /** Heads that are followed by "of" or "for". */
  private static final Set<String> OF_SOMETHING = WORDS.set("of-something");

  /** Heads at the end of a name. */
  private static final Set<String> LAST = WORDS.set("last");

  private static final Set<String> JOINING = Set.of("of", "for");

  /** Words that may join the head of a name to a later capitalised word of the name. */
  private static final Set<String> WITHIN = Set.of("and", "&", "of", "the", "for", "on");

  /** Words that are capitalised at the beginning of a sentence but are not part of a name. */
  private static final Set<String> OPENERS = WORDS.set("openers");

  /** Maximum number of words of a name before its head. */
  private static final int MOST_BEFORE = 5;

  /** Maximum number of words of a name after its head. */
  private static final int MOST_BEHIND = 7;

  /**
   * Minimum share of capitalised words among the long words of a headline. Its capitals do not
   * indicate names.
   */
  private static final double HEADLINE = 0.7;

  /** Minimum number of letters of a long word, and minimum number of long words in a headline. */
  private static final int LONG = 4;

  private NamedBodies() {}

  static List<FoundName> find(List<String[]> sentences, List<FoundName> found) {
    List<FoundName> result = new ArrayList<>(found.size());
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      List<FoundName> names = new ArrayList<>();
      while (next < found.size() && found.get(next).sentence() == s) {
        names.add(found.get(next++));
      }
      if (!isHeadline(sentences.get(s))) {
        read(s, sentences.get(s), names);
      }
      result.addAll(names);
    }
    return result;
  }

  private static void read(int sentence, String[] words, List<FoundName> names) {
    int i = 0;
    while (i < words.length) {
      int end = end(words, i);
      int start = end > 0 ? start(words, i) : i;
      boolean added =
          end - start > 1
              && add(
                  names,
                  new FoundName(sentence, start, end, EntityType.ORGANIZATION, BY_ITS_WORDS));
      i = added ? end : i + 1;
    }
  }

  /**
   * Returns the end (exclusive) of the name whose head is at this index; 0 if there is no such
   * name.
   */
  private static int end(String[] words, int head) {
    if (OF_SOMETHING.contains(words[head])
        && head + 2 < words.length
        && JOINING.contains(words[head + 1])) {
      int last = head;
      int at = head + 2;
      while (at < words.length && at <= head + MOST_BEHIND) {
        if (isCapital(words[at])) {
          last = at;
        } else if (!WITHIN.contains(words[at])) {
          break;
        }
        at++;
      }
      if (last > head) {
        return last + 1;
      }
    }
    return LAST.contains(words[head]) ? head + 1 : 0;
  }

  private static int start(String[] words, int head) {
    int start = head;
    while (start > 0
        && head - start < MOST_BEFORE
        && isCapital(words[start - 1])
        && !OPENERS.contains(words[start - 1].toLowerCase(Locale.ROOT))) {
      start--;
    }
    return start;
  }

  /**
   * Adds an organisation to the names of its sentence, replacing the names within it. Does nothing
   * if it overlaps another organisation, or a name that extends beyond it.
   */
  private static boolean add(List<FoundName> names, FoundName body) {
    List<FoundName> within = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < names.size(); i++) {
      FoundName name = names.get(i);
      if (name.end() <= body.start()) {
        at = i + 1;
      } else if (name.start() < body.end()) {
        if (name.type() == EntityType.ORGANIZATION
            || name.start() < body.start()
            || name.end() > body.end()) {
          return false;
        }
        within.add(name);
      } else {
        break;
      }
    }
    names.removeAll(within);
    names.add(at, body);
    return true;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0)) && word.length() > 1;
  }

  private static boolean isHeadline(String[] words) {
    int capitals = 0;
    int all = 0;
    for (String word : words) {
      if (word.length() >= LONG && Character.isLetter(word.codePointAt(0))) {
        all++;
        capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
      }
    }
    return all >= LONG && capitals >= HEADLINE * all;
  }
}
