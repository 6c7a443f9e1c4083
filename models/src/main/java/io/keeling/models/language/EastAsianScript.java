package io.keeling.models.language;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** Chinese, Japanese and Korean are told by their scripts, surer than by the model. */
final class EastAsianScript {

  private EastAsianScript() {}

  /** The language of most letters by their script, with their share; null where there is none. */
  static @Nullable DetectedLanguage languageOf(String text) {
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
      return new DetectedLanguage("ko", (double) hangul / letters);
    }
    if (2 * (han + kana) <= letters) {
      return null;
    }
    return new DetectedLanguage(10 * kana > han ? "ja" : "zh", (double) (han + kana) / letters);
  }
}
