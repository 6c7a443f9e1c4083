package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import java.util.List;

/**
 * Recognises articles that are lists of linked names below headings, such as winners by category.
 * Lists of other articles have whole headlines in their links.
 */
final class NameLists {

  private static final double LINKED = 0.8;
  private static final int LEAST_HEADINGS = 3;
  private static final int LEAST_ITEMS = 6;

  /** Maximum number of words of a name or title, on average; headlines have more. */
  private static final double NAME_WORDS = 4.5;

  /** Minimum number of words of the prose that introduces the lists. */
  private static final int LEAST_PROSE = 15;

  private NameLists() {}

  static boolean fill(Box root, List<Block> blocks) {
    int headings = 0;
    int items = 0;
    int words = 0;
    int prose = 0;
    boolean headed = false;
    for (Block block : blocks) {
      if (!root.holds(block)) {
        continue;
      }
      boolean name = block.kind() == BlockKind.LIST_ITEM && block.linkShare() > LINKED;
      if (name) {
        headings += headed ? 1 : 0;
        items++;
        words += block.words();
      }
      prose += block.isProse() ? block.words() : 0;
      headed = block.kind() == BlockKind.HEADING && block.linkShare() == 0;
    }
    return headings >= LEAST_HEADINGS
        && items >= LEAST_ITEMS
        && words <= NAME_WORDS * items
        && prose >= LEAST_PROSE
        && prose <= 3 * words;
  }
}
