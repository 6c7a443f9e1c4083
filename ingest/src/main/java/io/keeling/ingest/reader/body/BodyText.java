package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.BlockKind;
import io.keeling.ingest.reader.outline.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins blocks to an article's text: a blank line between, the cells of a row on one line. */
final class BodyText {

  private static final String BETWEEN_PARAGRAPHS = "\n\n";
  private static final String BETWEEN_CELLS = " | ";

  /** Longer cells are paragraphs in a table that lays out the page. */
  private static final int CELL_WORDS = 12;

  private BodyText() {}

  static String of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Box row = null;
    for (Block block : blocks) {
      Box ownRow = row(block);
      if (text.length() > 0) {
        text.append(ownRow != null && ownRow == row ? BETWEEN_CELLS : BETWEEN_PARAGRAPHS);
      }
      text.append(block.text());
      row = ownRow;
    }
    return text.toString();
  }

  private static @Nullable Box row(Block block) {
    if (block.kind() != BlockKind.CELL || block.words() > CELL_WORDS) {
      return null;
    }
    Box parent = block.box().parent();
    return parent != null && parent.tag().equals("tr") ? parent : null;
  }
}
