package io.keeling.desk.articles.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CSV cell that no spreadsheet executes (OWASP, "CSV Injection"): an apostrophe is
 * inserted before anything that could be a formula.
 *
 * <p>A formula sign is dangerous at the beginning of a text, even after invisible characters.
 * Within a text, it is dangerous after a semicolon, tab or line break. Spreadsheets that split
 * cells there, as in most of Europe, ignore quotes in the middle of a cell.
 */
final class CsvCell {

  /** Signs that begin a formula, with the full-width and small ones of East Asian spreadsheets. */
  private static final String SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫";

  /**
   * Characters at which some spreadsheets split cells, even within quotes in the middle of a cell.
   */
  private static final String ENDS = ";\t\r\n";

  private CsvCell() {}

  /** A value as a cell; null is an empty cell. */
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

  /** Characters that a spreadsheet may skip before it looks for a formula. */
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
