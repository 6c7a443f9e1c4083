package io.keeling.reader.dates;

import io.keeling.reader.metadata.PageEvidence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for dates where nothing else gives one: in the title and description, and in the page's
 * scripts under names such as {@code datePublished}.
 */
final class EmbeddedDates {

  /** Characters searched, a limit for pages that are mostly script. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /** Characters searched before a value's start for its name, and after it for the value. */
  private static final int NAME = 60;

  private static final int VALUE = 40;

  /** Length of the shortest date, in characters. */
  private static final int SHORTEST = 8;

  private static final Pattern SCRIPTED =
      Pattern.compile(
          "(?:date_?published|published_?(?:at|on|date|time|first)?|publish_?(?:date|time)|pub_?date|first_?published|"
              + "display_?date|created_?at|creation_?date|(?<=[\\s,{\"'])date)(?:\"|'|&quot;|\\\\\")?\\s*[:=]\\s*(?:\"|'|&quot;|\\\\\")"
              + "(\\d{2,4}[-./]\\d\\d[-./]\\d{2,4}[^\"'&\\\\]{0,20})",
          Pattern.CASE_INSENSITIVE);

  private EmbeddedDates() {}

  static void collect(PageEvidence evidence, DateList dates, String html) {
    dates.addLine(evidence.outline().documentTitle(), "title-element", "title", 2);
    String description = evidence.metas().firstOf("description", "og:description");
    if (description != null) {
      dates.addLine(description, "meta:description", "description", 1.5);
    }
    if (dates.isEmpty()) {
      String scripted = scripted(html);
      if (scripted != null) {
        dates.addText(scripted, "script", "script", 1);
      }
    }
  }

  /**
   * Returns the first date under a name such as {@code datePublished}. The pattern is tried only
   * where a date may begin.
   */
  private static @Nullable String scripted(String html) {
    int end = Math.min(html.length(), MOST_CHARACTERS);
    Matcher matcher = SCRIPTED.matcher(html).useTransparentBounds(true);
    for (int i = 1; i + SHORTEST < end; i++) {
      if (mayBeginDate(html, i)) {
        matcher.region(Math.max(0, i - NAME), Math.min(html.length(), i + VALUE));
        if (matcher.find()) {
          return matcher.group(1);
        }
      }
    }
    return null;
  }

  private static boolean mayBeginDate(String html, int at) {
    char before = html.charAt(at - 1);
    return isDigit(html.charAt(at))
        && (before == '"' || before == '\'' || before == ';')
        && isDigit(html.charAt(at + 1))
        && (isSeparator(html.charAt(at + 2))
            || isSeparator(html.charAt(at + 3))
            || isSeparator(html.charAt(at + 4)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '.' || c == '/';
  }
}
