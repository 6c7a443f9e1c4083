package io.keeling.reader.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks lines under a picture as its caption if nothing names them so: a small box holds the
 * picture, one or two lines, and last a line shaped like a credit.
 */
final class PictureLines {

  private static final int BOX_WORDS = 90;
  private static final int LEVELS = 3;
  private static final int MOST_LINES = 3;
  private static final int LINE_WORDS = 60;
  private static final int CREDIT_WORDS = 6;

  private PictureLines() {}

  static void mark(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      Block first = blocks.get(i);
      Box box = first.afterImage() ? pictureBox(first) : null;
      if (box == null) {
        continue;
      }
      int end = i;
      while (end < blocks.size() && end - i < MOST_LINES && box.holds(blocks.get(end))) {
        end++;
      }
      boolean whole = end == blocks.size() || !box.holds(blocks.get(end));
      if (whole && end - i > 1 && isCredit(blocks.get(end - 1)) && areLines(blocks, i, end)) {
        blocks.subList(i, end).forEach(block -> block.mark(Mark.CAPTION));
      }
    }
  }

  private static @Nullable Box pictureBox(Block block) {
    Box box = block.box();
    for (int level = 0; level < LEVELS && box != null; level++) {
      if (box.images() > 0) {
        return box.words() <= BOX_WORDS ? box : null;
      }
      box = box.parent();
    }
    return null;
  }

  private static boolean areLines(List<Block> blocks, int from, int to) {
    for (Block block : blocks.subList(from, to)) {
      if (block.kind() == BlockKind.HEADING
          || block.kind() == BlockKind.LIST_ITEM
          || block.words() > LINE_WORDS
          || block.linkShare() > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line is one or two capitalised names: "Hanne Berg", "Juno Park/Quay Pictures". */
  private static boolean isCredit(Block block) {
    if (block.words() > CREDIT_WORDS || block.endsSentence() || block.text().isEmpty()) {
      return false;
    }
    String[] words = block.text().split(" ");
    int capitals = 0;
    for (String word : words) {
      if (word.chars().anyMatch(Character::isDigit)) {
        return false;
      }
      capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
    }
    boolean slash = block.text().indexOf('/') > 0;
    return (words.length > 1 || slash) && capitals >= Math.max(1, words.length - 1);
  }
}
