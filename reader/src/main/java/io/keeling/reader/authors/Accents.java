package io.keeling.reader.authors;

import java.text.Normalizer;

/** Replaces accented letters by plain ones, one character for one. */
final class Accents {

  private static final int ASCII = 0x80;

  private Accents() {}

  static String without(String text) {
    StringBuilder bare = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char letter = c < ASCII ? c : without(c);
      if (letter != c) {
        bare = bare == null ? new StringBuilder(text) : bare;
        bare.setCharAt(i, letter);
      }
    }
    return bare == null ? text : bare.toString();
  }

  private static char without(char c) {
    return switch (c) {
      case '\u0142' -> 'l';
      case '\u0141' -> 'L';
      case '\u00F8' -> 'o';
      case '\u00D8' -> 'O';
      case '\u0111' -> 'd';
      case '\u0110' -> 'D';
      case '\u0131' -> 'i';
      default -> Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    };
  }
}
