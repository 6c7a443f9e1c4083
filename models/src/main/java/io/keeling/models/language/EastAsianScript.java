package io.keeling.models.language;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** Chinese, Japanese and Korean are told by their scripts, surer than by the model. */
final class EastAsianScript {

  private EastAsianScript() {}

  /** The language if most letters are of its script, else null. */
  static @Nullable String languageOf(String text) {
    int letters = 0;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        letters++;
        UnicodeScript script = UnicodeScript.of(c);
        han += script == UnicodeScript.HAN ? 1 : 0;
        kana += script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? 1 : 0;
        hangul += script == UnicodeScript.HANGUL ? 1 : 0;
      }
    }
    if (2 * hangul > letters) {
      return "ko";
    }
    if (2 * (han + kana) <= letters) {
      return null;
    }
    return 10 * kana > han ? "ja" : "zh";
  }
}
