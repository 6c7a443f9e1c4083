package io.keeling.enrich.names;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells whether a city's name is the end of a treaty's: "Acuerdo de París". In English it is the
 * beginning, and the tagger recognises it.
 */
final class Treaties {

  /** Length of text read before a name, in UTF-16 code units: enough for the longest wording. */
  private static final int BEFORE = 60;

  /**
   * Words before the city by language, with at most one adjective. In German, the word for treaty
   * may be the end of a compound.
   */
  private static final Map<String, Pattern> TREATY_OF =
      Map.of(
          "de",
          ending("(?:abkommens?|\u00fcbereinkommens?|vertrag(?:e?s)?|protokolls?|konvention) von"),
          "fr",
          ending("\\b(?:accord|trait\u00e9|protocole|convention)s?(?: \\p{L}+)? de"),
          "es",
          ending("\\b(?:acuerdo|tratado|protocolo|convenio|convenci\u00f3n)s?(?: \\p{L}+)? de"),
          "it",
          ending("\\b(?:accordo|trattato|protocollo|convenzione)(?: \\p{L}+)? di"),
          "pt",
          ending(
              "\\b(?:acordo|tratado|protocolo|conv[e\u00e9\u00ea]nio|conven\u00e7\u00e3o)s?(?:"
                  + " \\p{L}+)? de"),
          "nl",
          ending("(?:akkoord|verdrag|overeenkomst|protocol|conventie) van"));

  private Treaties() {}

  private static Pattern ending(String words) {
    return Pattern.compile(
        words + " $",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Whether the words before a city show that it belongs to a treaty's name. */
  static boolean named(String text, LocatedName city, String language) {
    Pattern treaty = TREATY_OF.get(language);
    return treaty != null
        && treaty.matcher(text.substring(Math.max(0, city.start() - BEFORE), city.start())).find();
  }
}
