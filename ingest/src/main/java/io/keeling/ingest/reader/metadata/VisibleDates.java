package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dates that readers see: {@code time} elements and short lines, those near the
 * headline before those elsewhere.
 */
final class VisibleDates {

  private static final int ELSEWHERE =
      Marks.EXCLUDED | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.FOOTER) & ~Mark.HIDDEN.bit();

  private static final String TIME = "time";
  private static final String LINE = "text";
  private static final int LINE_WORDS = 30;
  private static final int NEAR_BOXES = 60;
  private static final int NEAR_BLOCKS = 10;
  private static final int MOST_TIMES = 20;
  private static final int MOST_LINES = 12;

  private VisibleDates() {}

  static void collect(
      Evidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
    times(evidence, dates, headline);
    lines(evidence, dates, headline, text);
  }

  private static void times(Evidence evidence, DateList dates, @Nullable Block headline) {
    int seen = 0;
    for (Box box : evidence.outline().times()) {
      if ((box.inherited() & ELSEWHERE) == 0 && seen < MOST_TIMES) {
        boolean near =
            headline == null || Math.abs(box.order() - headline.box().order()) < NEAR_BOXES;
        dates.addText(
            DeclaredDates.machineValue(box), "time-element", TIME, near && seen == 0 ? 7 : 3);
        seen++;
      }
    }
  }

  private static void lines(
      Evidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
    int first = text.isEmpty() ? 0 : text.get(0).order();
    int last = text.isEmpty() ? Integer.MAX_VALUE : text.get(text.size() - 1).order();
    int top = headline == null ? first : headline.order();
    int taken = 0;
    for (Block block : evidence.outline().blocks()) {
      if (block.words() > LINE_WORDS || taken >= MOST_LINES || (block.marks() & ELSEWHERE) != 0) {
        continue;
      }
      boolean named = Mark.DATE.in(block.marks()) || Mark.BYLINE.in(block.marks());
      int order = block.order();
      boolean near = order >= top - NEAR_BLOCKS / 2 && order <= Math.max(top, first) + NEAR_BLOCKS / 2;
      boolean around = order >= first - NEAR_BLOCKS && order <= last + NEAR_BLOCKS;
      double weight = (near ? 4 : around ? 1 : 0) + (named ? 2 : 0) + (taken == 0 ? 1 : 0);
      if (weight > 1 && dates.addLine(block.text(), "date-line", LINE, weight)) {
        taken++;
      }
    }
  }
}
