package io.keeling.reader.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the largest text of a page that box names would exclude. The paragraphs in one box with the
 * most text are the article, whatever the boxes around are called, unless there is nearly as much
 * text elsewhere.
 */
final class LargestText {

  /** Minimum number of words of an article; {@link #LEAST_PARAGRAPHS} applies as well. */
  private static final int LEAST_WORDS = 100;

  private static final int LEAST_PARAGRAPHS = 3;

  /**
   * Maximum amount of text elsewhere, as a share of the largest text, at which marks of each
   * strength are overruled.
   */
  private static final double WEAK = 0.65;

  private static final double STRONG = 0.33;
  private static final double STRONGEST = 0.15;

  private static final class Group {
    private int words;
    private int paragraphs;
  }

  private final @Nullable Box box;
  private final int belied;

  private LargestText(@Nullable Box box, int belied) {
    this.box = box;
    this.belied = belied;
  }

  /**
   * Finds the largest text before any mark is removed.
   *
   * @param excluding marks that exclude the text in their boxes
   * @param strong those of them that are seldom wrong
   * @param strongest those that are wrong only if the page shows almost nothing else
   */
  static LargestText of(List<Block> blocks, int excluding, int strong, int strongest) {
    Map<Box, Group> groups = new HashMap<>();
    int free = 0;
    Box largest = null;
    int most = 0;
    for (Block block : blocks) {
      Box around = block.isProse() ? holder(block) : null;
      if (around == null) {
        continue;
      }
      Group group = groups.computeIfAbsent(around, box -> new Group());
      group.words += block.words();
      group.paragraphs++;
      if ((block.marks() & excluding) == 0) {
        free = Math.max(free, group.words);
      } else if (group.words > most && group.paragraphs >= LEAST_PARAGRAPHS) {
        most = group.words;
        largest = around;
      }
    }
    if (largest == null || most < LEAST_WORDS || free > WEAK * most) {
      return new LargestText(null, 0);
    }
    int belied = excluding & ~strong & ~strongest;
    belied |= free <= STRONG * most ? excluding & ~strongest : 0;
    belied |= free <= STRONGEST * most ? excluding : 0;
    return new LargestText(largest, belied);
  }

  /** Returns the marks of a box that its content disproves. */
  int beliedOf(Box around) {
    return box != null && around.holds(box) ? belied : 0;
  }

  private static @Nullable Box holder(Block block) {
    boolean alone = block.kind() != BlockKind.LOOSE || block.box().words() == block.words();
    return alone ? block.box().parent() : block.box();
  }
}
