package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import java.util.List;
import java.util.Set;

/**
 * Removes titles, and the place of an office, from a person's name: "Rep. Pat Fallon" becomes "Pat
 * Fallon". Drops a name that is only a title.
 */
final class PersonTitles {

  /** Words that show an office if they follow a title: "Governor of Texas". */
  private static final Set<String> OF_OFFICES = Set.of("of", "for", "and", "in", "to", "at");

  private final Gazetteer gazetteer;

  /**
   * @param gazetteer contains the known places
   */
  PersonTitles(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Adds the name without titles, and before it the place of the office if the title names a place.
   */
  void cut(FoundName name, String[] words, List<FoundName> result) {
    int first = -1;
    int last = -1;
    for (int i = name.start(); i < name.end(); i++) {
      boolean leads = last == i - 1 || leads(words, name.start(), i);
      if ((Titles.isSure(words[i]) && (leads || !personBefore(words, name.start(), last + 1, i)))
          || (Titles.isInFront(words[i]) && leads)) {
        // The last word is a surname, as in "Amartya Sen", unless the whole name is titles.
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

  /** Whether a first name precedes a supposed title: "Federico Mayor Zaragoza". */
  private boolean personBefore(String[] words, int start, int behindTitle, int end) {
    int from = Math.max(start, behindTitle);
    return from < end && gazetteer.isFirstName(words, from, from + 1);
  }

  /** Returns the index at which the person's own name begins, after "of State" and punctuation. */
  private static int endOfTitle(String[] words, int from, int end) {
    int start = from;
    while (start + 2 < end && words[start].equals("of") && Titles.isBefore(words[start + 1])) {
      start += 2;
    }
    while (start < end && NameEdges.isMark(words[start])) {
      start++;
    }
    // Skips "elect" in "President-elect Joe Biden".
    boolean joined = start > from && start + 1 < end;
    return joined && Character.isLowerCase(words[start].charAt(0)) ? start + 1 : start;
  }

  /** Whether a name ends in a word that is surely a title, and consists of titles alone. */
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

  /** Whether only parts of the title, or the place of the office, precede a title. */
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
