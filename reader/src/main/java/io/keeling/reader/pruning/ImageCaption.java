package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;

/** Finds captions by their place: the only text in a box with an image. */
final class ImageCaption {

  private static final int MOST_WORDS = 70;

  /** So many words stand in a picture's box when caption and credit are apart. */
  private static final int PICTURE_WORDS = 45;

  private static final int LEVELS = 4;

  private static final double LINKED = 0.8;

  /** A card may carry a label such as "Related". */
  private static final int LABEL_WORDS = 3;

  private ImageCaption() {}

  /** A linked headline that is the only text beside a picture: a card of another article. */
  static boolean isLinkedCard(Block block, BodyContext page) {
    if (block.kind() != BlockKind.HEADING
        || block.linkShare() <= LINKED
        || Character.isDigit(block.text().charAt(0))) {
      return false;
    }
    Box box = block.box().parent();
    for (int level = 0; level < LEVELS && box != null && box != page.root(); level++) {
      if (box.words() > block.words() + LABEL_WORDS) {
        return false;
      }
      if (box.images() > 0) {
        return true;
      }
      box = box.parent();
    }
    return false;
  }

  static boolean isOne(Block block, BodyContext page) {
    if (block.words() > MOST_WORDS
        || block.kind() == BlockKind.HEADING
        || block.kind() == BlockKind.CELL) {
      return false;
    }
    Box box = block.box().tag().equals("p") ? block.box().parent() : block.box();
    for (int level = 0; level < LEVELS && box != null && box != page.root(); level++) {
      boolean small =
          block.kind() == BlockKind.LOOSE && box.words() <= PICTURE_WORDS && box.proseBlocks() <= 1;
      if ((box.words() != block.words() && !small) || box.tag().equals("li")) {
        return false;
      }
      if (box.images() > 0) {
        return true;
      }
      box = box.parent();
    }
    return false;
  }
}
