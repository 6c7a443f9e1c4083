package io.keeling.models.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that hint at a name: whole words, prefixes ({@code Bundes*}) and endings of compounds
 * ({@code *minister}).
 */
final class CueWords {

  /** Length of the longest ending or prefix in the files, in UTF-16 code units. */
  private static final int LONGEST = 20;

  private final Set<String> words = new HashSet<>();
  private final Set<String> endings = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();

  CueWords(List<String> cues) {
    for (String cue : cues) {
      if (cue.startsWith("*")) {
        endings.add(cue.substring(1));
      } else if (cue.endsWith("*")) {
        beginnings.add(cue.substring(0, cue.length() - 1));
      } else {
        words.add(cue);
      }
    }
  }

  /** Whether a word is a cue as a whole. */
  boolean hasWhole(String word) {
    return words.contains(word);
  }

  /** Whether a word equals an ending from the list, without anything before it. */
  boolean endingOf(String word) {
    return endings.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word is a cue, or a compound with a prefix or an ending from the list. */
  boolean has(String word) {
    if (words.contains(word)) {
      return true;
    }
    if (!endings.isEmpty()) {
      String lower = word.toLowerCase(Locale.ROOT);
      for (int i = Math.max(1, lower.length() - LONGEST); i < lower.length() - 1; i++) {
        if (endings.contains(lower.substring(i))) {
          return true;
        }
      }
    }
    for (int i = 2; !beginnings.isEmpty() && i < Math.min(word.length(), LONGEST); i++) {
      if (beginnings.contains(word.substring(0, i))) {
        return true;
      }
    }
    return false;
  }
}
