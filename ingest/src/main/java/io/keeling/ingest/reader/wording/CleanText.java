package io.keeling.ingest.reader.wording;

import java.text.Normalizer;

/**
 * Text as it is compared and searched: composed characters (NFC), letters in place of typographic
 * ligatures, no soft hyphens. Stateless; threads may share it.
 */
public final class CleanText {

  private static final char FIRST_SPECIAL = '\u0300';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char FIRST_LIGATURE = '\uFB00';
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private CleanText() {}

  /** The clean text; the same instance if it is clean. */
  public static String of(String text) {
    boolean letters = false;
    boolean marks = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters |= c == SOFT_HYPHEN || isLigature(c);
      marks |= c >= FIRST_SPECIAL;
    }
    String plain = letters ? spelledOut(text) : text;
    return marks && !Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? Normalizer.normalize(plain, Normalizer.Form.NFC)
        : plain;
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
