package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins blocks to an article's text: a blank line between blocks, a row's cells on one line. */
final class BodyText {

  private static final String BETWEEN_PARAGRAPHS = "\n\n";
  private static final String BETWEEN_CELLS = " | ";

  private static final String WITHIN_CELL = " ";

  /** Longest cell, in words. Longer ones are paragraphs in a table that lays out the page. */
  private static final int CELL_WORDS = 30;

  /** Levels searched outward from a block for its cell. */
  private static final int LEVELS = 4;

  private BodyText() {}

  static String of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Box cell = null;
    for (Block block : blocks) {
      Box ownCell = cell(block);
      if (text.length() > 0) {
        text.append(between(cell, ownCell));
      }
      text.append(block.text());
      cell = ownCell;
    }
    return text.toString();
  }

  private static String between(@Nullable Box one, @Nullable Box other) {
    if (one == null || other == null || one.parent() != other.parent()) {
      return BETWEEN_PARAGRAPHS;
    }
    return one == other ? WITHIN_CELL : BETWEEN_CELLS;
  }

  private static @Nullable Box cell(Block block) {
    Box box = block.box();
    for (int level = 0; level < LEVELS && box != null; level++) {
      if (box.tag().equals("td") || box.tag().equals("th")) {
        Box row = box.parent();
        return row != null && row.tag().equals("tr") && box.words() <= CELL_WORDS ? box : null;
      }
      box = box.parent();
    }
    return null;
  }
}
