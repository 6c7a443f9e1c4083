package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins sentences that were split after an abbreviation ("Gov. Newsom", "J. K. Rowling", "No. 10")
 * or before a lower-case letter ("3.5 ppm").
 */
final class SentenceJoiner {

  /** Longest sentence made by joining, in UTF-16 code units. Real sentences are shorter. */
  private static final int MAX_JOINED = 1_000;

  private SentenceJoiner() {}

  static List<TextSpan> join(String paragraph, List<TextSpan> sentences) {
    List<TextSpan> joined = new ArrayList<>(sentences.size());
    for (TextSpan next : sentences) {
      TextSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && belongTogether(paragraph, last, next)) {
        joined.set(joined.size() - 1, new TextSpan(last.start(), next.end()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static boolean belongTogether(String paragraph, TextSpan last, TextSpan next) {
    if (next.end() - last.start() > MAX_JOINED) {
      return false;
    }
    char first = paragraph.charAt(firstOf(paragraph, next));
    if (Character.isLowerCase(first)) {
      return Character.isUpperCase(paragraph.charAt(firstOf(paragraph, last)));
    }
    int end = last.end();
    while (end > last.start() && Spaces.isSpace(paragraph.charAt(end - 1))) {
      end--;
    }
    if (end == last.start() || paragraph.charAt(end - 1) != '.') {
      return false;
    }
    int start = end - 1;
    while (start > last.start() && isWordPart(paragraph.charAt(start - 1))) {
      start--;
    }
    String word = paragraph.substring(start, end - 1);
    if (DottedAbbreviations.isInitials(word)) {
      return word.length() == 1 && Character.isUpperCase(first);
    }
    return DottedAbbreviations.isBeforeName(word)
        || (DottedAbbreviations.isBeforeNumber(word) && Character.isDigit(first));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private static int firstOf(String paragraph, TextSpan sentence) {
    int first = sentence.start();
    while (first < sentence.end() - 1 && !Character.isLetterOrDigit(paragraph.charAt(first))) {
      first++;
    }
    return first;
  }
}
