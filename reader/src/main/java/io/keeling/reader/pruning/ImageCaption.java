package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds captions by their place: the only text in a box with an image. */
final class ImageCaption {

  private static final int MOST_WORDS = 70;

  /** Longest box of a picture, in words, if caption and credit are separate blocks. */
  private static final int PICTURE_WORDS = 45;

  private static final int LEVELS = 4;

  private static final double LINKED = 0.8;

  /** Maximum number of words beside the headline in a card: a label such as "Related". */
  private static final int LABEL_WORDS = 3;

  private ImageCaption() {}

  /** Whether a linked headline is the only text beside a picture: a card of another article. */
  static boolean isLinkedCard(Block block, BodyContext page) {
    if (block.kind() != BlockKind.HEADING
        || block.linkShare() <= LINKED
        || Character.isDigit(block.text().charAt(0))) {
      return false;
    }
    int most = block.words() + LABEL_WORDS;
    return isBesidePicture(block.box().parent(), page, box -> box.words() <= most);
  }

  static boolean isOne(Block block, BodyContext page) {
    if (block.words() > MOST_WORDS
        || block.kind() == BlockKind.HEADING
        || block.kind() == BlockKind.CELL) {
      return false;
    }
    Box box = block.box().tag().equals("p") ? block.box().parent() : block.box();
    return isBesidePicture(box, page, around -> isAlone(block, around));
  }

  /** Whether a box holds little text but the block, and is no list item. */
  private static boolean isAlone(Block block, Box box) {
    boolean small =
        block.kind() == BlockKind.LOOSE && box.words() <= PICTURE_WORDS && box.proseBlocks() <= 1;
    return (box.words() == block.words() || small) && !box.tag().equals("li");
  }

  /**
   * Whether this box or one of the next boxes around it has a picture, and all boxes up to that one
   * pass the test.
   */
  private static boolean isBesidePicture(
      @Nullable Box innermost, BodyContext page, Predicate<Box> fit) {
    Box box = innermost;
    for (int level = 0; level < LEVELS && box != null && box != page.root(); level++) {
      if (!fit.test(box)) {
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
