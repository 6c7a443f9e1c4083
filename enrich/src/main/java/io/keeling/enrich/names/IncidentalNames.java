package io.keeling.enrich.names;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises names that an article contains without being about them: the outlet's own name, and
 * names that appear only in a credit, such as the agency's in "LIMA (Agency) - Peru voted". The
 * lengths are arbitrary.
 */
public final class IncidentalNames {

  /** Maximum length of a dateline up to the end of its credit, in UTF-16 code units. */
  private static final int DATELINE = 120;

  /** Longest line that is only a credit, in UTF-16 code units. */
  private static final int CREDIT_LENGTH = 160;

  /** Length of text read after an agency's name for the end of a dateline, in UTF-16 code units. */
  private static final int BEHIND = 10;

  private static final Pattern AFTER_AGENCY = Pattern.compile("^[)]\\s*[-\u2013\u2014:].*");
  private static final Pattern CREDIT =
      Pattern.compile(
          "^[(\\[*_\u2013\u2014-]*\\s*(?:by|from|via|source|sources|agency|agencies|credit|text|photo|"
              + "photograph|picture|image|video|copyright|\u00a9|with|"
              + "(?:additional |with )?(?:reporting|writing|editing)|this (?:article|story|report))\\b.*",
          Pattern.CASE_INSENSITIVE);

  private IncidentalNames() {}

  /**
   * Whether a name is incidental to an article.
   *
   * @param title the headline: an outlet or agency named there is a subject
   * @param outlet the outlet's name, if it is known
   */
  public static boolean is(TaggedName name, String text, String title, @Nullable String outlet) {
    if (TitleSearch.has(title, name.text())) {
      return false;
    }
    return (outlet != null && NameForm.key(outlet).equals(NameForm.key(name.text())))
        || name.mentions().stream().allMatch(m -> credited(text, m.start(), m.end()));
  }

  private static boolean credited(String text, int start, int end) {
    return datelined(text, start, end) || inCreditLine(text, start, end);
  }

  /** Whether the first line begins with a place and this name in brackets. */
  static boolean datelined(String text, int start, int end) {
    if (start == 0 || text.charAt(start - 1) != '(') {
      return false;
    }
    int lineStart = start;
    while (lineStart > 0 && text.charAt(lineStart - 1) != '\n') {
      lineStart--;
      if (end - lineStart > DATELINE) {
        return false;
      }
    }
    int lineEnd = end;
    while (lineEnd < Math.min(text.length(), end + BEHIND) && text.charAt(lineEnd) != '\n') {
      lineEnd++;
    }
    return AFTER_AGENCY.matcher(text.substring(end, lineEnd)).matches()
        && isBlankBefore(text, lineStart);
  }

  /**
   * Whether the name's line is only a credit. Reading stops once the line is longer than any
   * credit, not counting white space at its ends.
   */
  private static boolean inCreditLine(String text, int start, int end) {
    int first = start;
    int lineStart = start;
    while (lineStart > 0 && text.charAt(lineStart - 1) != '\n') {
      lineStart--;
      if (!Character.isWhitespace(text.charAt(lineStart))) {
        first = lineStart;
      }
      if (end - first > CREDIT_LENGTH) {
        return false;
      }
    }
    int last = end;
    int lineEnd = end;
    while (lineEnd < text.length() && text.charAt(lineEnd) != '\n') {
      if (!Character.isWhitespace(text.charAt(lineEnd))) {
        last = lineEnd + 1;
      }
      if (last - first > CREDIT_LENGTH) {
        return false;
      }
      lineEnd++;
    }
    boolean alone =
        text.substring(first, start).codePoints().noneMatch(Character::isLetterOrDigit)
            && text.substring(end, last).codePoints().noneMatch(Character::isLetterOrDigit);
    // A credit is the first or the last line of a text. A text of a single line has no credit.
    return last - first <= CREDIT_LENGTH
        && (alone || CREDIT.matcher(text.substring(first, last)).matches())
        && isBlankBefore(text, lineStart) != isBlankBehind(text, lineEnd);
  }

  private static boolean isBlankBefore(String text, int end) {
    int at = end;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at == 0;
  }

  private static boolean isBlankBehind(String text, int start) {
    int at = start;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }
}
