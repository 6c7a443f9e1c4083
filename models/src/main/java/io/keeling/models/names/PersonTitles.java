package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import java.util.List;
import java.util.Set;

/**
 * Takes titles off a person's name, with the place that they are of: "Rep. Pat Fallon" is "Pat
 * Fallon", and what is only a title is nobody.
 */
final class PersonTitles {

  /** Words that behind a title make it an office and no person's: "Governor of Texas". */
  private static final Set<String> OF_OFFICES = Set.of("of", "for", "and", "in", "to", "at");

  private final Gazetteer gazetteer;

  /**
   * @param gazetteer knows which words are places
   */
  PersonTitles(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Adds what a person's name leaves: the name, and before it the place of the office. */
  void cut(FoundName name, String[] words, List<FoundName> result) {
    int first = -1;
    int last = -1;
    for (int i = name.start(); i < name.end(); i++) {
      boolean leads = last == i - 1 || leads(words, name.start(), i);
      if ((Titles.isSure(words[i]) && (leads || !personBefore(words, name.start(), last + 1, i)))
          || (Titles.isInFront(words[i]) && leads)) {
        // The last word is the person's, as in "Amartya Sen", unless it is nothing but a title.
        boolean person = i + 1 == name.end() && !onlyTitles(words, name.start(), i);
        if (!person) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
    }
    int start = endOfTitle(words, last + 1, name.end());
    if (last < 0 || (start < name.end() && OF_OFFICES.contains(words[start]))) {
      result.add(name);
      return;
    }
    addPlace(name, words, first, result);
    if (start < name.end()) {
      result.add(name.between(start, name.end()));
    }
  }

  /** Whether a person's name has begun before a word: "Federico Mayor Zaragoza" is no mayor. */
  private boolean personBefore(String[] words, int start, int behindTitle, int end) {
    int from = Math.max(start, behindTitle);
    return from < end && gazetteer.isFirstName(words, from, from + 1);
  }

  /**
   * The word at which the person's own name begins: behind "of State", and behind a dot cut from
   * its word.
   */
  private static int endOfTitle(String[] words, int from, int end) {
    int start = from;
    while (start + 2 < end && words[start].equals("of") && Titles.isBefore(words[start + 1])) {
      start += 2;
    }
    while (start < end && NameEdges.isMark(words[start])) {
      start++;
    }
    // "President-elect Joe Biden".
    boolean joined = start > from && start + 1 < end;
    return joined && Character.isLowerCase(words[start].charAt(0)) ? start + 1 : start;
  }

  /** Whether a name ends in a sure title and has nothing but titles before it. */
  private static boolean onlyTitles(String[] words, int start, int last) {
    if (!Titles.isSure(words[last])) {
      return false;
    }
    for (int i = start; i < last; i++) {
      if (!Titles.isTitle(words[i]) && !Titles.isBefore(words[i]) && !NameEdges.isMark(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words before a title are of it, or the place that the office is of. */
  private boolean leads(String[] words, int start, int end) {
    int from = skipBefore(words, start, end);
    int to = endOfPlace(words, from, end);
    return from == to || gazetteer.isPlace(words, from, to);
  }

  private void addPlace(FoundName name, String[] words, int title, List<FoundName> result) {
    int from = skipBefore(words, name.start(), title);
    int to = endOfPlace(words, from, title);
    if (from < to && gazetteer.isPlace(words, from, to)) {
      result.add(name.between(from, to).as(EntityType.LOCATION));
    }
  }

  private static int skipBefore(String[] words, int start, int end) {
    int from = start;
    while (from < end && (Titles.isBefore(words[from]) || NameEdges.isMark(words[from]))) {
      from++;
    }
    return from;
  }

  private static int endOfPlace(String[] words, int start, int end) {
    int to = end;
    while (to > start && (Titles.isBefore(words[to - 1]) || NameEdges.isMark(words[to - 1]))) {
      to--;
    }
    return to;
  }
}
