package io.keeling.models.names;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trims from a name's ends what is not part of the name: possessives, quotation marks, hyphens,
 * "the", and a weekday ("in Roxbury Wednesday").
 */
final class NameEdges {

  private static final Set<String> BEFORE = Set.of("the", "The", "THE", "a", "A", "an", "An");

  private static final Set<String> POSSESSIVES = Set.of("'s", "’s", "'S", "’S");

  private static final Set<String> DAYS =
      Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private NameEdges() {}

  /** Returns the trimmed name; null if nothing is left. */
  static @Nullable FoundName trim(FoundName name, String[] words) {
    int start = name.start();
    int end = name.end();
    while (start < end && (BEFORE.contains(words[start]) || isMark(words[start]))) {
      start++;
    }
    while (end > start && (isPossessive(words[end - 1]) || isMark(words[end - 1]))) {
      end--;
    }
    if (end - start > 1
        && name.type() != EntityType.ORGANIZATION
        && DAYS.contains(words[end - 1])) {
      end--;
    }
    if (start == end) {
      return null;
    }
    return start == name.start() && end == name.end() ? name : name.between(start, end);
  }

  static boolean isPossessive(String word) {
    return POSSESSIVES.contains(word);
  }

  /** Whether a word has neither letter nor digit. */
  static boolean isMark(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
