package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;

/**
 * Values each box as an article: its words of prose, minus penalties for links and for other blocks
 * (after the maximum subsequence of Pasternack and Roth, "Extracting article text from the web",
 * 2009, on a tree).
 */
final class BoxValues {

  private static final double LINK_PENALTY = 2;
  private static final double BLOCK_PENALTY = 2;

  private final double[] values;

  BoxValues(Outline outline) {
    values = new double[outline.boxes().size() + 1];
    for (Block block : outline.blocks()) {
      values[block.box().order()] += value(block);
    }
    for (int i = outline.boxes().size() - 1; i > 0; i--) {
      Box box = outline.boxes().get(i);
      Box parent = box.parent();
      if (parent != null) {
        values[parent.order()] += values[i];
      }
    }
  }

  private static double value(Block block) {
    boolean boxed = (block.marks() & (Marks.EXCLUDED | Marks.BOXES)) != 0;
    if (boxed) {
      return -BLOCK_PENALTY;
    }
    if (block.isProse()) {
      return block.words();
    }
    return -BLOCK_PENALTY - LINK_PENALTY * block.linkShare() * block.words();
  }

  double of(Box box) {
    return values[box.order()];
  }
}
