package io.keeling.reader.metadata;

import io.keeling.reader.wording.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a document's title into the headline and what the site adds to it. */
final class DocumentTitle {

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s{1,4}[|\u2013\u2014\u00B7\u2022\u00BB\u00AB\u203A\u2039:/~_<>\u2022\u2212-]+\\s+|\\s{0,4}[|\u00BB\u00AB\u2022]\\s*|:\\s+");

  private static final Pattern SITE_SEPARATOR =
      Pattern.compile(
          "\\s{1,4}[|\u2013\u2014\u00B7\u2022\u00BB\u203A\u2212-]+\\s+|\\s{0,4}[|\u00BB\u2022]\\s*");

  /** Longest title, in characters. */
  private static final int LONGEST = 500;

  private DocumentTitle() {}

  static List<String> parts(String title) {
    List<String> parts = new ArrayList<>();
    if (title.length() > LONGEST) {
      return List.of(title);
    }
    Matcher matcher = SEPARATOR.matcher(title);
    int start = 0;
    while (matcher.find()) {
      if (matcher.start() > start) {
        parts.add(title.substring(start, matcher.start()));
      }
      start = matcher.end();
    }
    if (start < title.length()) {
      parts.add(title.substring(start));
    }
    return parts;
  }

  /**
   * Returns the title without a short last or first part that a separator sets apart.
   *
   * @param site names of the site, folded, without inner spaces, a space around each
   */
  static String withoutSite(String title, String site) {
    if (title.length() > LONGEST) {
      return title;
    }
    Matcher matcher = SITE_SEPARATOR.matcher(title);
    int first = -1;
    int firstEnd = -1;
    int last = -1;
    int lastEnd = -1;
    while (matcher.find()) {
      if (first < 0) {
        first = matcher.start();
        firstEnd = matcher.end();
      }
      last = matcher.start();
      lastEnd = matcher.end();
    }
    if (last <= 0) {
      return title;
    }
    String head = title.substring(0, last);
    String tail = title.substring(lastEnd);
    if (isSite(tail, site) || (words(tail) <= 4 && words(head) >= 3)) {
      return words(head) >= 3 ? withoutSite(head, site) : head;
    }
    String lead = title.substring(0, first);
    return isSite(lead, site) || words(lead) <= 2 ? title.substring(firstEnd) : title;
  }

  /** Whether a part is the site's name, as in its metadata or its host. */
  private static boolean isSite(String part, String sites) {
    String folded = Folded.of(part).replace(" ", "");
    return folded.length() > 3 && sites.contains(" " + folded + " ");
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }
}
