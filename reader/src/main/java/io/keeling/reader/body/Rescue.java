package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import java.util.HashMap;
import java.util.Map;

/**
 * Tries again where the content root gave suspiciously little text: all prose of the page, then
 * prose that a script would have shown. A result is used only if it is much longer.
 */
final class Rescue {

  private static final int SHORT_CHARACTERS = 3_000;
  private static final double SMALL_SHARE = 0.2;
  private static final double MUCH_LONGER = 2;
  private static final int NEXT_TO_NOTHING = 50;

  /** Minimum number of words of an article; a shorter text is refused. */
  private static final int REFUSED = 15;

  /**
   * Minimum number of words in the largest group of paragraphs to take it as the article where no
   * other text is found.
   */
  private static final int LARGE = 150;

  private static final int LEAST_WORDS = 12;
  private static final double LINKED = 0.3;

  private static final int NEVER =
      Mark.set(Mark.NAVIGATION, Mark.DIALOG, Mark.CONSENT, Mark.COMMENTS, Mark.FOOTER);

  private static final int SHOWN_BY_SCRIPT = Mark.set(Mark.HIDDEN, Mark.NOSCRIPT);

  private Rescue() {}

  /** Whether too little text is left, however certain the root was. */
  static boolean isNothing(Selection selection) {
    return selection.words() < REFUSED;
  }

  static boolean isSuspicious(Selection selection, Outline outline) {
    return selection.words() < NEXT_TO_NOTHING
        || (selection.characters() < SHORT_CHARACTERS
            && selection.words() < SMALL_SHARE * outline.top().words());
  }

  static void tryAll(Selection selection, Outline outline) {
    tryProse(selection, NEVER | Marks.EXCLUDED | Marks.BOXES, "rescue-all-prose");
    if (selection.words() < NEXT_TO_NOTHING) {
      tryProse(selection, NEVER | Marks.EXCLUDED, "rescue-boxed-prose");
    }
    if (selection.words() < NEXT_TO_NOTHING) {
      tryProse(selection, NEVER | (Marks.EXCLUDED & ~SHOWN_BY_SCRIPT), "rescue-hidden-prose");
    }
    if (isNothing(selection)) {
      keepLargest(selection);
    }
  }

  /** Keeps the largest group of paragraphs in one box, whatever the boxes are called. */
  private static void keepLargest(Selection selection) {
    Map<Box, Integer> words = new HashMap<>();
    Box largest = null;
    int most = 0;
    for (Block block : selection.blocks()) {
      Box around = block.isProse() ? OtherStories.holder(block) : null;
      if (around != null && block.linkShare() < LINKED && block.storyRule() == null) {
        int sum = words.merge(around, block.words(), Integer::sum);
        if (sum > most) {
          most = sum;
          largest = around;
        }
      }
    }
    if (largest == null || most < LARGE) {
      return;
    }
    for (Block block : selection.blocks()) {
      if (largest.holds(block) && block.isProse() && block.linkShare() < LINKED) {
        selection.keep(block, "rescue-largest-text");
      }
    }
  }

  private static void tryProse(Selection selection, int ignored, String rule) {
    int words = 0;
    for (Block block : selection.blocks()) {
      words += fits(block, ignored) ? block.words() : 0;
    }
    if (words < MUCH_LONGER * Math.max(1, selection.words())) {
      return;
    }
    for (Block block : selection.blocks()) {
      if (!selection.isKept(block) && fits(block, ignored)) {
        selection.keep(block, rule);
      }
    }
  }

  private static boolean fits(Block block, int ignored) {
    return block.isProse()
        && block.words() >= LEAST_WORDS
        && block.linkShare() < LINKED
        && (block.marks() & ignored) == 0;
  }
}
