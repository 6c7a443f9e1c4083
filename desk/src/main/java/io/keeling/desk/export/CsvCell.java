package io.keeling.desk.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table that a spreadsheet shows and never runs (OWASP, "CSV Injection"): an apostrophe
 * stands before what it would take for a formula.
 *
 * <p>That is a text that begins with a sign of a formula, also behind what is not seen, and what
 * begins so behind a semicolon, tab or line break within a text: a spreadsheet that takes these for
 * the ends of cells, as in most of Europe, knows no quotes in the middle of what it takes for one.
 */
final class CsvCell {

  /** Signs of a formula; and full-width and small ones, which East Asian spreadsheets take too. */
  private static final String SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫";

  /** What may end a cell beside the comma, within which quotes do hold. */
  private static final String ENDS = ";\t\r\n";

  private CsvCell() {}

  /** A value as it stands in the file; null is an empty cell. */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      return quoted(list.stream().map(each -> shown(each)).collect(Collectors.joining("; ")));
    }
    return quoted(shown(value));
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder(text.length() + 1);
    if (!text.isEmpty() && ENDS.indexOf(text.charAt(0)) > 0) {
      shown.append('\'');
    }
    int begin = shown.length();
    boolean beginning = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (ENDS.indexOf(character) >= 0) {
        shown.appendCodePoint(character);
        begin = shown.length();
        beginning = true;
        continue;
      }
      if (beginning && SIGNS.indexOf(character) >= 0) {
        shown.insert(begin, '\'');
      }
      beginning = beginning && passedOver(character);
      shown.appendCodePoint(character);
    }
    return shown.toString();
  }

  /** What a spreadsheet may leave out before it looks what a cell begins with. */
  private static boolean passedOver(int character) {
    return character == '"'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
