package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text at its line breaks. The sentence detector needs time quadratic in the length of its
 * input, so it gets one paragraph at a time.
 */
final class ParagraphSplitter {

  /**
   * Longest paragraph, in UTF-16 code units. The longest paragraphs in ordinary prose have about
   * 3,000. Longer paragraphs are lists or pages that lost their line breaks, and are cut at a
   * space.
   */
  static final int MAX_LENGTH = 5_000;

  private ParagraphSplitter() {}

  /** Returns the paragraphs in order, trimmed and without blank ones. */
  static List<TextSpan> of(String text) {
    List<TextSpan> paragraphs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBreak(text.charAt(i))) {
        add(paragraphs, text, start, i);
        start = i + 1;
      }
    }
    return paragraphs;
  }

  private static void add(List<TextSpan> paragraphs, String text, int start, int end) {
    int from = start;
    while (end - from > MAX_LENGTH) {
      int cut = cutBefore(text, from, from + MAX_LENGTH);
      addTrimmed(paragraphs, text, from, cut);
      from = cut;
    }
    addTrimmed(paragraphs, text, from, end);
  }

  private static int cutBefore(String text, int start, int limit) {
    for (int i = limit; i > start + MAX_LENGTH / 2; i--) {
      if (Spaces.isSpace(text.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private static void addTrimmed(List<TextSpan> paragraphs, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Spaces.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && Spaces.isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      paragraphs.add(new TextSpan(from, to));
    }
  }

  private static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }
}
