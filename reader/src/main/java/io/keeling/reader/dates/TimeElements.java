package io.keeling.reader.dates;

import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.wording.Folded;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Collects dates that elements give for machines beside their text: {@code time}, {@code abbr} and,
 * as in the hAtom microformat, elements that are named as dates and have a date in an attribute.
 */
final class TimeElements {

  private static final String WITNESS = "time";
  private static final int NEAR_BOXES = 60;
  private static final double FIRST = 7;
  private static final double OTHER = 3;
  private static final int MOST = 20;

  /** Levels searched outward for a label such as "last updated", and its maximum length. */
  private static final int LABEL_LEVELS = 5;

  private static final int LABEL_WORDS = 14;

  private static final List<String> ATTRIBUTES =
      List.of(
          "datetime",
          "title",
          "content",
          "data-datetime",
          "data-timestamp",
          "data-time",
          "data-date",
          "data-published");

  private TimeElements() {}

  static void collect(PageEvidence evidence, DateList dates, @Nullable Block headline) {
    int seen = 0;
    for (Box box : evidence.outline().times()) {
      if ((box.inherited() & VisibleDates.ELSEWHERE) == 0 && seen < MOST) {
        boolean first = seen == 0 && isNear(box, headline);
        dates.addText(
            DeclaredDates.machineValue(box),
            "time-element",
            WITNESS,
            first ? FIRST : OTHER,
            role(box));
        seen++;
      }
    }
    named(evidence, dates);
  }

  private static boolean isNear(Box box, @Nullable Block headline) {
    return headline == null || Math.abs(box.order() - headline.box().order()) < NEAR_BOXES;
  }

  private static void named(PageEvidence evidence, DateList dates) {
    int seen = 0;
    for (Box box : evidence.outline().boxes()) {
      if (Mark.DATE.in(box.marks())
          && (box.inherited() & VisibleDates.ELSEWHERE) == 0
          && !box.tag().equals("time")
          && seen < MOST) {
        String value = attribute(box.element());
        if (value != null) {
          dates.addText(value, "date-attribute", WITNESS, OTHER, role(box));
          seen++;
        }
      }
    }
  }

  private static @Nullable String attribute(Element element) {
    for (String key : ATTRIBUTES) {
      String value = element.attr(key);
      if (!value.isEmpty() && Character.isDigit(value.charAt(value.length() - 1))) {
        return value;
      }
    }
    return null;
  }

  private static DateRole role(Box box) {
    DateRole role = DateRole.named(box.element().attr("itemprop"));
    if (role == DateRole.UNSAID) {
      role = DateRole.named(box.element().className());
    }
    return role == DateRole.UNSAID ? announced(box) : role;
  }

  /** Returns the role in the words before an element, in the box around both. */
  private static DateRole announced(Box box) {
    Box around = box;
    for (int i = 0; i < LABEL_LEVELS; i++) {
      Box outer = around.parent();
      if (outer == null || outer.words() > LABEL_WORDS) {
        break;
      }
      around = outer;
    }
    if (around == box) {
      return DateRole.UNSAID;
    }
    String line = Folded.of(around.text());
    int start = line.indexOf(Folded.of(box.text()));
    return start <= 0 ? DateRole.UNSAID : DateRole.announcedBy(line.substring(0, start));
  }
}
