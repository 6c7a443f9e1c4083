package io.keeling.reader.language;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises languages that have a script of their own. */
final class Script {

  /** UTF-16 code units read: a script shows in the first sentences. */
  private static final int SAMPLE = 1_000;

  /** Share of a text's letters above which a script decides. */
  private static final double MOST = 0.3;

  private static final Map<Character.UnicodeScript, String> LANGUAGES =
      new EnumMap<>(
          Map.of(
              Character.UnicodeScript.HANGUL, "ko",
              Character.UnicodeScript.THAI, "th",
              Character.UnicodeScript.HEBREW, "he",
              Character.UnicodeScript.GREEK, "el",
              Character.UnicodeScript.GEORGIAN, "ka",
              Character.UnicodeScript.ARMENIAN, "hy",
              Character.UnicodeScript.TAMIL, "ta",
              Character.UnicodeScript.TELUGU, "te",
              Character.UnicodeScript.KHMER, "km",
              Character.UnicodeScript.MYANMAR, "my"));

  private Script() {}

  static @Nullable String language(String text) {
    Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
      char c = text.charAt(i);
      if (c > 0x2FF && Character.isLetter(c)) {
        counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    if (counts.isEmpty()) {
      return null;
    }
    int kana =
        count(counts, Character.UnicodeScript.HIRAGANA)
            + count(counts, Character.UnicodeScript.KATAKANA);
    int han = count(counts, Character.UnicodeScript.HAN);
    if (kana + han > MOST * letters) {
      return kana > 0.1 * (kana + han) ? "ja" : "zh";
    }
    for (Map.Entry<Character.UnicodeScript, String> language : LANGUAGES.entrySet()) {
      if (count(counts, language.getKey()) > MOST * letters) {
        return language.getValue();
      }
    }
    return null;
  }

  private static int count(
      Map<Character.UnicodeScript, Integer> counts, Character.UnicodeScript script) {
    return counts.getOrDefault(script, 0);
  }
}
