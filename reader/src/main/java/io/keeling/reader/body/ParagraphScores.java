package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import org.jspecify.annotations.Nullable;

/**
 * Scores boxes by the prose inside them, from the paragraphs upwards: each paragraph gives its
 * parent its score, its grandparent half of it and farther ancestors less (after Arc90's
 * Readability).
 */
final class ParagraphScores {

  private static final int LEVELS = 5;
  private static final int LEAST_CHARACTERS = 25;
  private static final double NAME_BONUS = 25;

  private final double[] scores;
  private final Outline outline;

  ParagraphScores(Outline outline) {
    this.outline = outline;
    this.scores = new double[outline.boxes().size() + 1];
    for (Block block : outline.blocks()) {
      if (block.text().length() >= LEAST_CHARACTERS
          && block.kind() != BlockKind.HEADING
          && (block.marks() & (Marks.EXCLUDED | Marks.BOXES)) == 0) {
        add(block);
      }
    }
  }

  private void add(Block block) {
    double score =
        (1 + block.measure().commas() + Math.min(3.0, block.text().length() / 100.0))
            * (1 - block.linkShare());
    Box box = block.kind() == BlockKind.LOOSE ? block.box() : block.box().parent();
    for (int level = 0; level < LEVELS && box != null; level++) {
      double divisor = level == 0 ? 1 : level == 1 ? 2 : level * 3.0;
      scores[box.order()] += score / divisor;
      box = box.parent();
    }
  }

  /**
   * Returns the score of a box: that of its paragraphs, raised or lowered by its name or tag, times
   * the share of its words that are not in links.
   */
  double of(Box box) {
    double score = scores[box.order()];
    if (score == 0) {
      return 0;
    }
    if (Mark.BODY_NAME.in(box.marks()) || box.tag().equals("article")) {
      score += NAME_BONUS;
    }
    if (Mark.FOOTER.in(box.marks()) || Mark.ASIDE.in(box.marks())) {
      score -= NAME_BONUS;
    }
    return score * (1 - box.linkShare());
  }

  /** The best box, or null if there is no prose. */
  @Nullable Box best() {
    Box best = null;
    double bestScore = 0;
    for (Box box : outline.boxes()) {
      double score = of(box);
      if (score > bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }
}
