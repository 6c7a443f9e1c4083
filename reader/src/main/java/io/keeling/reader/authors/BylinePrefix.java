package io.keeling.reader.authors;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.TextMeasure;
import io.keeling.reader.wording.WordList;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises and removes the words before the names of a byline: "By", "Text:". */
public final class BylinePrefix {

  private static final Set<String> PREFIXES = WordList.load("words/byline-prefix.txt");
  private static final Set<String> WEAK = WordList.load("words/byline-weak-prefix.txt");
  private static final Set<String> BOX_PREFIXES = WordList.load("words/author-box-prefix.txt");

  /** First words of everything that may precede a name. */
  private static final Set<String> BEGINNINGS =
      Stream.of(PREFIXES.stream(), WEAK.stream(), BylineWork.firstWords())
          .flatMap(words -> words)
          .map(words -> words.split(" ", 2)[0])
          .collect(Collectors.toSet());

  private static final int PREFIX_WORDS = 5;
  private static final int LONGEST_LABEL = 30;

  private static final Pattern GLUED_PREFIX =
      Pattern.compile(
          "^(?:(?:By|Von|Par|Por)(?=\\p{Lu})"
              + "|(?:\u672C\u62A5|\u672C\u5831|\u672C\u520A|\u672C\u7F51|\u7279\u7EA6)?(?:\u8BB0\u8005|\u8A18\u8005|\u64B0\u6587|\u57F7\u7B46|\u901A\u8BAF\u5458)(?=\\p{IsHan}))");

  private BylinePrefix() {}

  /** Whether a text consists only of words that precede names. */
  static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && withoutPrefix(text).isBlank() && !text.isBlank();
  }

  /** Removes "About" or "More from" at the start of an author box. */
  static String withoutBoxPrefix(String text) {
    return without(BOX_PREFIXES, text);
  }

  /** Whether a text begins with a label and a colon: "Author: ". */
  static boolean hasLabel(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon <= LONGEST_LABEL && isLabel(text.substring(0, colon + 1));
  }

  /** Whether a text begins with a byline prefix. */
  public static boolean hasPrefix(String text) {
    return withoutPrefix(text).length() < text.length();
  }

  /** Removes the byline prefix, if the text has one. */
  static String withoutPrefix(String text) {
    Matcher glued = GLUED_PREFIX.matcher(text);
    if (glued.find()) {
      return text.substring(glued.end());
    }
    return without(PREFIXES, Punctuation.plain(text));
  }

  private static String without(Set<String> prefixes, String text) {
    String rest = text;
    if (prefixes == PREFIXES && !BEGINNINGS.contains(firstWord(text))) {
      return rest;
    }
    String folded = "";
    int at = 0;
    for (int i = 0; i < PREFIX_WORDS && at < text.length(); i++) {
      int end = at;
      while (end < text.length() && !isGap(text, end)) {
        end++;
      }
      if (end - at > LONGEST_LABEL) {
        break;
      }
      folded = (folded + " " + Folded.of(text.substring(at, end))).strip();
      int next = end;
      while (next < text.length() && isGap(text, next)) {
        next++;
      }
      boolean labelled = text.substring(end, next).indexOf(':') >= 0;
      if (prefixes.contains(folded)
          || (prefixes == PREFIXES
              && (BylineWork.isBeginning(folded) || isWeak(folded, labelled, text, next)))) {
        rest = text.substring(next);
      }
      at = next;
    }
    return rest;
  }

  /**
   * Returns the first word, folded, of a text that may begin with punctuation ("| By"). Only the
   * part before a punctuation mark is returned ("Text/Photos").
   */
  private static String firstWord(String text) {
    int start = 0;
    while (start < Math.min(text.length(), LONGEST_LABEL)
        && !Character.isLetterOrDigit(text.codePointAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && !isGap(text, end)) {
      end++;
    }
    String folded = Folded.of(text.substring(start, Math.min(end, start + LONGEST_LABEL + 1)));
    int space = folded.indexOf(' ');
    return space < 0 ? folded : folded.substring(0, space);
  }

  /**
   * Whether a word ends at an index: at a space or colon or, in scripts without spaces, at a slash.
   */
  private static boolean isGap(String text, int at) {
    char c = text.charAt(at);
    return c == ' '
        || c == ':'
        || (c == '/' && at > 0 && TextMeasure.isUnspaced(text.charAt(at - 1)));
  }

  /** Whether a role or other ambiguous word is a prefix: a colon or a name must follow. */
  private static boolean isWeak(String folded, boolean labelled, String text, int next) {
    return WEAK.contains(folded)
        && (labelled || NameShape.beginsWithFullName(text.substring(next)));
  }
}
