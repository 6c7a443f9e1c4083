package io.keeling.models.text;

/**
 * Characters that separate words: white space, no-break and zero-width spaces, byte order marks.
 */
final class Spaces {

  private Spaces() {}

  static boolean isSpace(char c) {
    return c <= ' '
        || (c >= '\u0085'
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\uFEFF'
                || c == '\u0085'));
  }
}
