package io.keeling.reader.wording;

import io.keeling.contract.article.StreamSafeText;
import java.text.Normalizer;

/**
 * Cleans text for comparison and search: composed characters (NFC), letters in place of typographic
 * ligatures, no soft hyphens.
 */
public final class CleanText {

  private static final char FIRST_SPECIAL = '\u0300';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char FIRST_LIGATURE = '\uFB00';
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private CleanText() {}

  /** Returns the clean text; the same instance if it was clean. */
  public static String of(String text) {
    boolean letters = false;
    boolean marks = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters |= c == SOFT_HYPHEN || isLigature(c);
      marks |= c >= FIRST_SPECIAL;
    }
    String plain = letters ? spelledOut(text) : text;
    plain = marks ? StreamSafeText.of(plain) : plain;
    return marks && !Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? Normalizer.normalize(plain, Normalizer.Form.NFC)
        : plain;
  }

  /** Returns the clean text as one line: white space and control characters are single spaces. */
  public static String line(String text) {
    String clean = of(text);
    StringBuilder line = null;
    boolean gap = true;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      boolean blank = isBlank(c);
      if (line == null && blank && (gap || c != ' ')) {
        line = new StringBuilder(clean.length()).append(clean, 0, i);
      }
      if (line != null && !blank) {
        line.append(gap && line.length() > 0 && line.charAt(line.length() - 1) != ' ' ? " " : "")
            .append(c);
      }
      gap = blank;
    }
    return line == null ? clean.stripTrailing() : line.toString().stripTrailing();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
  }

  private static String spelledOut(String text) {
    StringBuilder result = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLigature(c)) {
        result.append(LIGATURES[c - FIRST_LIGATURE]);
      } else if (c != SOFT_HYPHEN) {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static boolean isLigature(char c) {
    return c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.length;
  }
}
