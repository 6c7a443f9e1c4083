package io.keeling.enrich.names;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the names that an article bears without being about them: the outlet's own, and those that
 * only stand in a credit, such as the agency's in "LIMA (Agency) - Peru voted". Stateless; threads
 * may share it.
 */
public final class Incidental {

  /** Where a dateline's credit ends at the latest, in UTF-16 code units of the first line. */
  private static final int DATELINE = 120;

  /** The longest line that is nothing but a credit, in UTF-16 code units. */
  private static final int CREDIT_LENGTH = 160;

  private static final Pattern AFTER_AGENCY = Pattern.compile("^[)]\\s*[-\u2013\u2014:].*");
  private static final Pattern CREDIT =
      Pattern.compile(
          "^[(\\[*_\u2013\u2014-]*\\s*(?:by|from|via|source|sources|agency|agencies|credit|text|photo|"
              + "photograph|picture|image|video|copyright|\u00a9|with|"
              + "(?:additional |with )?(?:reporting|writing|editing)|this (?:article|story|report))\\b.*",
          Pattern.CASE_INSENSITIVE);

  private Incidental() {}

  /**
   * Whether an article only bears a name.
   *
   * @param title the headline: an outlet or agency named there is a subject
   * @param outlet the outlet's name, if it is known
   */
  public static boolean is(TaggedName name, String text, String title, @Nullable String outlet) {
    if (title.toLowerCase(Locale.ROOT).contains(name.text().toLowerCase(Locale.ROOT))) {
      return false;
    }
    return (outlet != null && NameForm.key(outlet).equals(NameForm.key(name.text())))
        || name.mentions().stream().allMatch(m -> credited(text, m.start(), m.end()));
  }

  private static boolean credited(String text, int start, int end) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int newline = text.indexOf('\n', end);
    int lineEnd = newline < 0 ? text.length() : newline;
    boolean first = isBlank(text, 0, lineStart);
    boolean last = isBlank(text, lineEnd, text.length());
    if (first
        && start > lineStart
        && end - lineStart <= DATELINE
        && text.charAt(start - 1) == '('
        && AFTER_AGENCY.matcher(text.substring(end, Math.min(lineEnd, end + 10))).matches()) {
      return true;
    }
    // A text of one line is all there is, and no credit.
    if (first == last) {
      return false;
    }
    String line = text.substring(lineStart, lineEnd).strip();
    boolean alone =
        text.substring(lineStart, start).codePoints().noneMatch(Character::isLetterOrDigit)
            && text.substring(end, lineEnd).codePoints().noneMatch(Character::isLetterOrDigit);
    return line.length() <= CREDIT_LENGTH && (alone || CREDIT.matcher(line).matches());
  }

  /** Whether a part of a text is white space; without copying it, for it may be a whole text. */
  private static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
