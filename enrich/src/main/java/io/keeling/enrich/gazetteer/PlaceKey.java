package io.keeling.enrich.gazetteer;

import io.keeling.contract.article.StreamSafeText;
import java.text.Normalizer;
import java.util.Locale;

/** The form in which place names are compared. */
public final class PlaceKey {

  private static final char ASCII = 128;

  private PlaceKey() {}

  /**
   * The key of a name: without accents, case, dots, article and extra white space, so that "The
   * U.S." and "US" have the same key.
   */
  public static String of(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= ASCII) {
        return general(name);
      }
    }
    return ascii(name);
  }

  /** The key of an ASCII name, as nearly all are; several times faster than {@link #general}. */
  private static String ascii(String name) {
    StringBuilder key = new StringBuilder(name.length());
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        gap = false;
        key.append(capital ? (char) (c - 'A' + 'a') : c);
      } else {
        gap |= c != '.' && c != '\'';
      }
    }
    return withoutArticle(key.toString());
  }

  static String general(String name) {
    String parts = Normalizer.normalize(StreamSafeText.of(name), Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(parts.length());
    boolean gap = false;
    for (int i = 0; i < parts.length(); i = parts.offsetByCodePoints(i, 1)) {
      int point = parts.codePointAt(i);
      if (Character.isLetter(point) || isNumber(point)) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        gap = false;
        key.appendCodePoint(point);
      } else {
        gap |= !isMark(point) && point != '.' && point != '\'' && point != '\u2019';
      }
    }
    return withoutArticle(key.toString().toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static String withoutArticle(String key) {
    return key.startsWith("the ") ? key.substring(4) : key;
  }
}
