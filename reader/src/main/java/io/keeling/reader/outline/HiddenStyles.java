package io.keeling.reader.outline;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which style declarations hide text, and which classes a page's own style sheet hides:
 * boxes clipped to nothing or moved off the screen, as is usual for screen reader text (CSS Masking
 * 1, section 8.1; WCAG technique C7). One instance serves one page; not thread-safe.
 */
final class HiddenStyles {

  /** Characters read of a page's own style sheets, which usually have a few thousand. */
  private static final int MOST_CHARACTERS = 500_000;

  /** Maximum number of hiding classes kept; no real style sheet has more. */
  private static final int MOST_CLASSES = 500;

  /** Longest rule read, in characters; a rule that hides has a dozen declarations. */
  private static final int LONGEST_RULE = 1_000;

  /** Clipping of all four sides; a box with {@code auto} among them is shown at least in part. */
  private static final Pattern CLIPPED =
      Pattern.compile(
          "clip:rect\\((?:(?:0(?:px|em|rem)?|1px),?){4}\\)"
              + "|clip-path:(?:inset\\((?:50|100)%|circle\\(0)|text-indent:-\\d{3,}");

  /**
   * Zero font size in an element's own style. Style sheets are not searched for it: there it closes
   * gaps between columns that set their own font size.
   */
  private static final Pattern SIZELESS = Pattern.compile("font-size:0(?:px|em|rem)?(?=;|!|$)");

  private static final Pattern FAR = Pattern.compile("(?:left|right|top):-\\d{4,}(?:px|em|rem)");

  private static final Pattern CLASS = Pattern.compile("\\.(-?[A-Za-z_][\\w-]{0,100})");

  /** Pseudo-classes that apply only to an element under the pointer or in focus. */
  private static final Pattern STATE =
      Pattern.compile(":(?:focus|focus-within|focus-visible|active|hover)(?![\\w-])");

  private final Set<String> classes = new HashSet<>();

  /** Classes that are also in longer selectors, which may show what the class alone hides. */
  private final Set<String> qualified = new HashSet<>();

  private int read;

  /** Whether declarations hide their element. */
  static boolean hide(String style) {
    if (!mayHide(style)) {
      return false;
    }
    String plain = plain(style);
    return plain.contains("display:none")
        || plain.contains("visibility:hidden")
        || SIZELESS.matcher(plain).find()
        || isOutOfSight(plain);
  }

  /** Whether any class hides its elements. */
  boolean any() {
    return !qualified.containsAll(classes);
  }

  /** Whether one of an element's classes hides it. */
  boolean hidesClass(String names) {
    for (String name : names.split("\\s+")) {
      if (classes.contains(name) && !qualified.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a style sheet for rules that hide a single class and are not refined by a longer
   * selector. {@code display: none} in a sheet is ignored, as scripts and window sizes may change
   * it.
   */
  void read(String sheet) {
    String css = sheet.substring(0, Math.min(sheet.length(), MOST_CHARACTERS - read));
    read += css.length();
    int depth = 0;
    int start = 0;
    int open = 0;
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '{') {
        open = depth == 0 ? i : open;
        depth++;
      } else if (c == '}') {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
          readRule(css, start, open, i);
          start = i + 1;
        }
      } else if (c == ';' && depth == 0) {
        start = i + 1;
      } else if (c == '/' && css.startsWith("/*", i)) {
        int end = css.indexOf("*/", i + 2);
        i = end < 0 ? css.length() : end + 1;
        start = depth == 0 ? i + 1 : start;
      }
    }
  }

  private void readRule(String css, int start, int open, int end) {
    String selectors = open < start ? "" : css.substring(start, open).strip();
    if (selectors.isEmpty() || selectors.startsWith("@")) {
      return;
    }
    boolean hides =
        end - start <= LONGEST_RULE
            && classes.size() < MOST_CLASSES
            && isOutOfSight(plain(css.substring(open + 1, end)));
    for (String selector : selectors.split(",")) {
      Matcher named = CLASS.matcher(STATE.matcher(selector.strip()).replaceAll(""));
      if (named.matches()) {
        if (hides && CLASS.matcher(selector.strip()).matches()) {
          classes.add(named.group(1));
        }
        continue;
      }
      named.reset();
      while (named.find()) {
        qualified.add(named.group(1));
      }
    }
  }

  private static boolean isOutOfSight(String plain) {
    if (CLIPPED.matcher(plain).find()) {
      return true;
    }
    boolean apart = plain.contains("position:absolute") || plain.contains("position:fixed");
    boolean point = plain.contains("width:1px") && plain.contains("height:1px");
    return apart && (FAR.matcher(plain).find() || (point && plain.contains("overflow:hidden")));
  }

  /** Whether a style may hide anything: a quick test, as most set only colours and widths. */
  private static boolean mayHide(String style) {
    return style.contains("none")
        || style.contains("hidden")
        || style.contains("clip")
        || style.contains("absolute")
        || style.contains("fixed")
        || style.contains("indent")
        || style.contains("font-size");
  }

  private static String plain(String style) {
    return style.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
  }
}
