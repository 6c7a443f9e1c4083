package io.keeling.reader.authors;

/**
 * Replaces the wide punctuation of East Asian bylines by that of Western ones, character for
 * character: <code>文／山田太郎（東京）</code>.
 */
final class Punctuation {

  private static final String WIDE =
      "\uFF1A\uFF08\uFF09\uFF0F\uFF1D\u3000\uFF5C\u3010\u3011\u00A0\u30FB\u2215";
  private static final String PLAIN = ":()/: |   \u30FB/";

  private Punctuation() {}

  /** Returns the text with plain punctuation; the same instance if nothing changes. */
  static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      int at = text.charAt(i) < 0x80 ? -1 : WIDE.indexOf(text.charAt(i));
      if (at >= 0) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, PLAIN.charAt(at));
      }
    }
    return plain == null ? text : plain.toString();
  }
}
