package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds organisations that say by their own words what they are and that the model passed over, or
 * of which it took a part for a place or somebody: "California Department of Forestry", "Tamarind
 * Growers Association".
 */
final class NamedBodies {

  private static final WordSections WORDS = new WordSections(NamedBodies.class);

  /** The probability of a name that its own words vouch for. */
  private static final double BY_ITS_WORDS = 0.7;

  /** Heads behind which "of" or "for" goes on. */
  private static final Set<String> OF_SOMETHING = WORDS.set("of-something");

  /** Heads that end a name. */
  private static final Set<String> LAST = WORDS.set("last");

  private static final Set<String> JOINING = Set.of("of", "for");

  /** What may stand within the name behind the head, before a further capital. */
  private static final Set<String> WITHIN = Set.of("and", "&", "of", "the", "for", "on");

  /** Words with a capital that are no part of a name where a sentence begins. */
  private static final Set<String> OPENERS = WORDS.set("openers");

  /** How many words before a head belong to it at most. */
  private static final int MOST_BEFORE = 5;

  /** How many words behind a head belong to it at most. */
  private static final int MOST_BEHIND = 7;

  /** Share of long words with capitals from which on capitals say nothing. */
  private static final double HEADLINE = 0.7;

  /** Fewest letters of a long word, and fewest long words of a headline. */
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

  /** One past the last word of the name that has its head here; 0 where there is none. */
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
   * Puts a body among the names of its sentence in the place of what it holds; not where another
   * name goes beyond its ends.
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
