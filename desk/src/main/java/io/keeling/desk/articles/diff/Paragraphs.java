package io.keeling.desk.articles.diff;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into paragraphs. */
final class Paragraphs {

  /** Maximum number of paragraphs that are compared; articles do not have more. */
  static final int MOST = 2_000;

  private Paragraphs() {}

  /**
   * A paragraph.
   *
   * @param start where it begins, in UTF-16 code units
   */
  record Paragraph(String text, int start) {
    int end() {
      return start + text.length();
    }
  }

  /** The first {@link #MOST} paragraphs, which blank lines separate. */
  static List<Paragraph> of(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length() && paragraphs.size() < MOST) {
      int gap = text.indexOf("\n\n", start);
      int end = gap < 0 ? text.length() : gap;
      String paragraph = text.substring(start, end);
      if (!paragraph.isBlank()) {
        int lead = paragraph.length() - paragraph.stripLeading().length();
        paragraphs.add(new Paragraph(paragraph.strip(), start + lead));
      }
      start = end + 2;
    }
    return paragraphs;
  }
}
