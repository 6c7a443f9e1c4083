package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.structured.DeclaredText;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.Shingles;
import java.util.HashSet;
import java.util.Set;

/**
 * Uses the text in a page's JSON-LD ({@code articleBody}) as a mask over the page's own blocks. The
 * mask excludes boxes that no rule knows, and the blocks give the paragraph breaks that the mask
 * lacks.
 */
final class StructuredMask {

  private static final int LEAST_WORDS = 150;
  private static final double FOUND_ON_PAGE = 0.8;
  private static final double OF_OUR_LENGTH = 0.8;
  private static final int PARAGRAPH_WORDS = 25;
  private static final double COVERED = 0.5;

  private static final double MUCH_LONGER = 2;
  private static final int SHORT_WORDS = 100;

  private final String text;
  private final Shingles body;
  private final String folded;

  StructuredMask(String articleBody) {
    this.text = DeclaredText.plain(articleBody);
    this.folded = " " + Folded.of(text) + " ";
    this.body = Shingles.of(folded.strip());
  }

  String text() {
    return DeclaredText.paragraphs(text);
  }

  /** Whether the page itself shows almost none of the text. */
  boolean isMuchLongerThan(Selection selection) {
    return selection.words() < SHORT_WORDS && body.words() > MUCH_LONGER * selection.words();
  }

  /** Keeps the blocks that the mask covers, and no others, if the mask can be trusted. */
  boolean apply(Selection selection) {
    if (body.words() < LEAST_WORDS) {
      return false;
    }
    Set<Box> parents = new HashSet<>();
    boolean[] covered = new boolean[selection.blocks().size()];
    int found = 0;
    for (Block block : selection.blocks()) {
      if ((block.marks() & Marks.EXCLUDED) == 0 && covers(block)) {
        covered[block.order()] = true;
        if (isLongProse(block) && block.box().parent() != null) {
          parents.add(block.box().parent());
        }
        found += block.words();
      }
    }
    if (found < FOUND_ON_PAGE * body.words() || body.words() < OF_OUR_LENGTH * selection.words()) {
      return false;
    }
    for (Block block : selection.blocks()) {
      if (covered[block.order()]) {
        if (!selection.isKept(block) && block.isProse()) {
          selection.keep(block, "json-ld-mask");
        }
      } else if (selection.isKept(block)
          && block.kind() != BlockKind.HEADING
          && !(isLongProse(block) && parents.contains(block.box().parent()))) {
        selection.leave(block, "json-ld-mask");
      }
    }
    return true;
  }

  /**
   * Whether a block is a long paragraph. Long paragraphs are kept between covered blocks, as the
   * mask may lack them.
   */
  private static boolean isLongProse(Block block) {
    return block.isProse() && block.words() >= PARAGRAPH_WORDS && block.endsSentence();
  }

  private boolean covers(Block block) {
    if (block.words() < Shingles.SIZE) {
      return !block.folded().isEmpty() && folded.contains(" " + block.folded() + " ");
    }
    return body.share(Shingles.of(block.folded())) >= COVERED;
  }
}
