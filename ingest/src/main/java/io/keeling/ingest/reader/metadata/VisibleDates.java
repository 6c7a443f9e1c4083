package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.wording.PhraseList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dates that readers see: {@code time} elements and short lines, those near the
 * headline before those elsewhere.
 */
final class VisibleDates {

  private static final int ELSEWHERE =
      Marks.EXCLUDED | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.FOOTER);

  private static final String TIME = "time";
  private static final String LINE = "text";
  private static final int LINE_WORDS = 30;
  private static final int NEAR_BOXES = 60;
  private static final int NEAR_BLOCKS = 10;
  private static final double NEAR = 5;
  private static final double FIRST = 3;
  static final double OF_CHANGE = 3;
  private static final double ANYWHERE = 0.5;
  private static final PhraseList UPDATED = PhraseList.load("phrases/updated.txt");
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
      if (block.words() > LINE_WORDS || taken >= MOST_LINES || isElsewhere(block, top)) {
        continue;
      }
      double weight = weight(block, top, first, last, taken);
      if (weight > 1 && dates.addLine(block.text(), "date-line", LINE, weight)) {
        taken++;
      }
    }
  }

  /** Names of boxes are believed less right below the headline. */
  private static boolean isElsewhere(Block block, int top) {
    boolean below = block.order() >= top && block.order() <= top + NEAR_BLOCKS / 2;
    int ignored = below ? ELSEWHERE & ~Mark.RELATED.bit() : ELSEWHERE;
    return (block.marks() & ignored) != 0;
  }

  private static double weight(Block block, int top, int first, int last, int taken) {
    boolean named = Mark.DATE.in(block.marks()) || Mark.BYLINE.in(block.marks());
    int order = block.order();
    boolean near =
        order >= top - NEAR_BLOCKS / 2 && order <= Math.max(top, first) + NEAR_BLOCKS / 2;
    boolean around = order >= first - NEAR_BLOCKS && order <= last + NEAR_BLOCKS;
    double weight = (near ? NEAR : around ? 1 : 0) + (named ? 2 : 0) + (taken == 0 ? FIRST : 0);
    return UPDATED.in(block.folded()) ? Math.min(weight, OF_CHANGE) : weight;
  }

  /** Any line with a date, where nothing else gives one: a short one first. */
  static void anywhere(Evidence evidence, DateList dates) {
    first(
        evidence,
        dates,
        "date-anywhere",
        block -> block.words() <= LINE_WORDS && (block.marks() & ELSEWHERE) == 0);
    if (dates.isEmpty()) {
      first(evidence, dates, "date-anywhere", block -> block.words() <= LINE_WORDS);
    }
    if (dates.isEmpty()) {
      first(evidence, dates, "date-in-text", Block::isProse);
    }
  }

  private static void first(
      Evidence evidence, DateList dates, String origin, Predicate<Block> place) {
    for (Block block : evidence.outline().blocks()) {
      if (place.test(block) && dates.addLine(block.text(), origin, LINE, ANYWHERE)) {
        return;
      }
    }
  }
}
