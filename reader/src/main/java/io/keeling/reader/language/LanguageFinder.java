package io.keeling.reader.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the language of a text: the one detector of Keeling, for pages and for {@code keeling
 * annotate}. The declared language is checked against the text's most frequent words. Only if they
 * disagree is the statistical detector asked, which costs far more. Run again with the language
 * found as the declared one, it gives the same result.
 */
public final class LanguageFinder {

  /**
   * Code of a text whose language cannot be found: ISO 639-1 has no code for "undetermined"; ISO
   * 639-2 has.
   */
  public static final String UNKNOWN = "und";

  private LanguageFinder() {}

  /**
   * A language and how it was found.
   *
   * @param code ISO 639-1 code, or {@link #UNKNOWN}
   * @param rule what decided: {@code declared-and-confirmed}, {@code declared}, {@code script},
   *     {@code common-words}, {@code detector}, or {@code none}
   */
  public record Found(String code, String rule) {}

  /**
   * Returns the language of a text.
   *
   * @param declared what the page or the sender declares, in any form of a language tag, or empty
   */
  public static Found find(String text, String declared) {
    String code = code(declared);
    String common = CommonWords.best(text);
    if (!code.isEmpty() && code.equals(common)) {
      return new Found(code, "declared-and-confirmed");
    }
    String script = Script.language(text);
    if (script != null) {
      return new Found(script, "script");
    }
    if (common != null) {
      return new Found(common, "common-words");
    }
    DetectorModel.Detection guess = DetectorModel.detect(text);
    if (guess != null && (guess.sure() || code.isEmpty())) {
      return new Found(guess.code(), "detector");
    }
    return code.isEmpty() ? new Found(UNKNOWN, "none") : new Found(code, "declared");
  }

  /** Returns the two-letter code in a language tag (BCP 47), or empty. */
  public static String code(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_,;\\s]", 2)[0];
    String two = THREE_LETTERS.getOrDefault(primary, primary);
    return KNOWN.contains(two) && !FORMER.contains(two) ? two : "";
  }

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  /** Withdrawn codes that Java still lists. */
  private static final Set<String> FORMER = Set.of("in", "iw", "ji", "sh", "mo");

  private static final Map<String, String> THREE_LETTERS = threeLetters();

  private static Map<String, String> threeLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      if (!FORMER.contains(language)) {
        codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
      }
    }
    codes.put("cmn", "zh");
    codes.put("ell", "el");
    codes.put("nob", "no");
    codes.put("nno", "no");
    codes.put("nb", "no");
    codes.put("nn", "no");
    codes.put("pes", "fa");
    codes.put("arb", "ar");
    codes.put("ekk", "et");
    codes.put("lvs", "lv");
    codes.put("zsm", "ms");
    return Map.copyOf(codes);
  }
}
