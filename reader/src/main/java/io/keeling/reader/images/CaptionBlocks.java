package io.keeling.reader.images;

import io.keeling.reader.authors.BylinePrefix;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the blocks under the first picture below a headline. */
final class CaptionBlocks {

  private static final int BLOCKS_BELOW = 15;

  /** Longest box of a picture and its caption, in words; longer boxes hold other text too. */
  private static final int BOX_WORDS = 90;

  private static final int BOX_LEVELS = 4;

  /** Marks of captions of other articles' images, of notes of the site, and of hidden text. */
  private static final int NO_CAPTION =
      Mark.set(Mark.RELATED, Mark.HIDDEN, Mark.FOOTER, Mark.NAVIGATION, Mark.COMMENTS);

  private static final int OF_AUTHORS = Mark.set(Mark.BYLINE, Mark.BIOGRAPHY);
  private static final int FIGURE_LEVELS = 5;

  private CaptionBlocks() {}

  static List<Block> find(Outline outline, @Nullable Block headline) {
    List<Block> blocks = outline.blocks();
    int from = headline == null ? 0 : headline.order();
    int to = Math.min(blocks.size(), from + BLOCKS_BELOW);
    List<Block> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      boolean first = found.isEmpty();
      if (isCaption(block)
          || (first
              ? block != headline && isUnder(block)
              : isBeside(block, found) || isCreditBelow(block, found))) {
        found.add(block);
      } else if (!first) {
        break;
      }
    }
    return found;
  }

  static @Nullable String image(List<Block> blocks) {
    Box box = blocks.isEmpty() ? null : pictureBox(blocks.get(0));
    Element image = box == null ? null : box.element().selectFirst("img[src], amp-img[src]");
    return image == null ? null : image.attr("src");
  }

  /** Whether a block is right below a picture, in a small box with it. */
  private static boolean isUnder(Block block) {
    return block.afterImage() && isOfPicture(block) && pictureBox(block) != null;
  }

  private static boolean isBeside(Block block, List<Block> found) {
    Box box = pictureBox(found.get(0));
    return box != null && box.holds(block) && isOfPicture(block);
  }

  /**
   * Whether a line in the same box as the caption above it, as after a line break, is marked as a
   * credit.
   */
  private static boolean isCreditBelow(Block block, List<Block> found) {
    return block.words() <= CaptionParts.CREDIT_WORDS
        && block.box() == found.get(found.size() - 1).box()
        && isOfPicture(block)
        && CaptionParts.isMarkedInside(block.box().element(), block.text());
  }

  private static boolean isOfPicture(Block block) {
    return block.kind() != BlockKind.HEADING
        && block.linkShare() == 0
        && (block.marks() & (NO_CAPTION | OF_AUTHORS)) == 0;
  }

  private static @Nullable Box pictureBox(Block block) {
    Box box = block.box();
    for (int level = 0; level < BOX_LEVELS && box != null; level++) {
      if (box.words() > BOX_WORDS) {
        return null;
      }
      if (box.images() > 0) {
        return box;
      }
      box = box.parent();
    }
    return null;
  }

  /**
   * Whether a block is a caption. A caption that holds a byline belongs to an author's portrait and
   * does not count, unless it is in a figure or holds a credit.
   */
  private static boolean isCaption(Block block) {
    if (!Mark.CAPTION.in(block.marks())
        || (block.marks() & NO_CAPTION) != 0
        || Mark.TEASER.in(block.box().inherited())) {
      return false;
    }
    boolean byline =
        (block.marks() & OF_AUTHORS) != 0
            || BylinePrefix.hasPrefix(block.text())
            || block.folded().endsWith(" by");
    return !byline || isInFigure(block) || ImageCredit.in(block.text()) != null;
  }

  private static boolean isInFigure(Block block) {
    Box around = block.box();
    for (int level = 0; level < FIGURE_LEVELS && around != null; level++) {
      if (around.tag().equals("figure") || around.tag().equals("figcaption")) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }
}
