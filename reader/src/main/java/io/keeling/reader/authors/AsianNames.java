package io.keeling.reader.authors;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/**
 * Recognises names in Chinese, Japanese and Korean scripts, which have no capitals and mostly no
 * spaces.
 */
final class AsianNames {

  /** Minimum length of surname and given name together, in characters. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 6;

  /** Longest foreign name in katakana, whose parts are separated by middle dots. */
  private static final int LONGEST_FOREIGN = 24;

  private static final int LONGEST_KOREAN = 4;

  /** The surnames of nearly all Koreans (census of 2015). */
  private static final String KOREAN_SURNAMES =
      "\uAE40\uC774\uBC15\uCD5C\uC815\uAC15\uC870\uC724\uC7A5\uC784\uD55C\uC624\uC11C\uC2E0\uAD8C\uD669\uC548\uC1A1\uC804\uD64D\uC720\uACE0\uBB38\uC591\uC190\uBC30\uBC31\uD5C8\uB0A8\uC2EC\uB178\uD558\uACFD\uC131\uCC28\uC8FC\uC6B0\uAD6C\uB098\uBBFC\uC9C4\uC9C0\uC5C4\uCC44\uC6D0\uCC9C\uBC29\uACF5\uD604\uD568\uBCC0\uC5FC\uC5EC\uCD94\uB3C4\uC18C\uC11D\uC120\uC124\uB9C8\uAE38\uC5F0\uC704\uD45C\uBA85\uAE30\uB958\uB77C\uB9F9\uC81C\uBAA8\uD0C1\uAD6D\uC5B4\uC740\uD3B8\uC6A9";

  /** Words that follow a name in East and South Asian bylines: "reporter", "by". */
  private static final Pattern ROLE_BEHIND =
      Pattern.compile(
          "(?:\uC120\uC784\uAE30\uC790|\uC778\uD134\uAE30\uC790|\uC804\uBB38\uAE30\uC790|\uAE30\uC790|\uD2B9\uD30C\uC6D0|\uB17C\uC124\uC704\uC6D0|\u8A18\u8005|\u8BB0\u8005|\u7279\u6D3E\u54E1|\u7DE8\u96C6\u59D4\u54E1|\u8AD6\u8AAC\u59D4\u54E1|\u5831\u5C0E|\u62A5\u9053|\u0926\u094D\u0935\u093E\u0930\u093E|\u0938\u0902\u0935\u093E\u0926\u0926\u093E\u0924\u093E)$");

  private AsianNames() {}

  /** Whether a text begins in a Chinese, Japanese or Korean script. */
  static boolean isIn(String text) {
    if (text.isEmpty() || text.charAt(0) < 0x2E80) {
      return false;
    }
    return switch (UnicodeScript.of(text.codePointAt(0))) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /** Whether a text that begins in one of these scripts can be a name. */
  static boolean isName(String text) {
    int letters = 0;
    boolean kana = true;
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean gap = c == ' ' || c == '\u30FB';
      point |= c == '\u30FB';
      UnicodeScript script = UnicodeScript.of(c);
      kana &= gap || c == '\u30FC' || script == UnicodeScript.KATAKANA;
      letters += gap ? 0 : 1;
      if (!gap && !Character.isLetter(c)) {
        return false;
      }
    }
    if (UnicodeScript.of(text.codePointAt(0)) == UnicodeScript.HANGUL) {
      return letters >= SHORTEST
          && letters <= LONGEST_KOREAN
          && KOREAN_SURNAMES.indexOf(text.charAt(0)) >= 0;
    }
    return letters >= SHORTEST && letters <= (kana && point ? LONGEST_FOREIGN : LONGEST);
  }

  /** Removes a role that follows a name. */
  static String withoutRole(String text) {
    return text.isEmpty() || text.codePointAt(text.length() - 1) < 0x900
        ? text
        : ROLE_BEHIND.matcher(text.strip()).replaceFirst("").strip();
  }

  /** Whether part of a byline gives the place of the report, which follows the name in Chinese. */
  static boolean isPlace(String part) {
    String text = part.strip();
    return text.endsWith("\u5831\u5C0E")
        || text.endsWith("\u62A5\u9053")
        || text.endsWith("\u96FB");
  }

  /** Whether a role such as "reporter" follows a name. */
  static boolean hasRole(String text) {
    String name = withoutRole(text);
    return name.length() < text.length() && !name.isBlank();
  }
}
