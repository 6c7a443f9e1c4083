package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.pruning.BylineLine;
import io.keeling.reader.pruning.PruningRule;
import io.keeling.reader.pruning.WordingRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the standfirst, which is often above the article's box: the block that repeats the page's
 * description, or one between headline and text that is named as a standfirst.
 */
final class Standfirst {

  /** Maximum number of blocks between a standfirst and the text. */
  private static final int MOST_BLOCKS_ABOVE = 40;

  /** Maximum number of blocks between a standfirst and the text if no headline is known. */
  private static final int BLOCKS_ABOVE = 8;

  private static final int LEAST_WORDS = 5;
  private static final int MOST_WORDS = 120;

  /** Words that make a sentence even without a full stop. */
  private static final int SENTENCE_WORDS = 12;

  private static final double LINKED = 0.3;

  /** Characters that must agree, as metadata truncate descriptions. */
  private static final int SAME_CHARACTERS = 40;

  private static final int IGNORED =
      Marks.EXCLUDED | Mark.CORRECTION.bit() | (Marks.BOXES & ~Mark.TAGS.bit());

  /**
   * Marks that exclude a block named as a standfirst. This name outweighs that of a share bar or a
   * related box around it.
   */
  private static final int IGNORED_NAMED = IGNORED & ~Mark.set(Mark.SHARE, Mark.RELATED);

  private static final int IGNORED_BESIDE =
      Mark.set(Mark.BYLINE, Mark.SMALL_PRINT, Mark.DATE, Mark.CAPTION, Mark.TAGS);

  private Standfirst() {}

  static @Nullable Block find(Selection selection, BodyContext context, @Nullable Block headline) {
    List<Block> blocks = selection.blocks();
    int first = selection.firstText();
    if (first <= 0) {
      return null;
    }
    int from = Math.max(0, first - MOST_BLOCKS_ABOVE);
    if (headline != null && headline.order() < first) {
      from = Math.max(from, headline.order() + 1);
    }
    Block named = null;
    for (int i = from; i < first; i++) {
      Block block = blocks.get(i);
      if (!fits(block)
          || block.folded().equals(context.title())
          || BylineLine.isOne(block, context)) {
        continue;
      }
      if (saysTheSame(block.folded(), context.description())) {
        return block;
      }
      if (named == null && (headline != null || first - i <= BLOCKS_ABOVE) && isNamed(block)) {
        named = block;
      }
    }
    return named != null || headline == null ? named : beside(headline, selection, first, context);
  }

  /** Returns the sentence right below the headline in the same box, or null. */
  private static @Nullable Block beside(
      Block headline, Selection selection, int first, BodyContext context) {
    Box around = headline.box().parent();
    for (int i = headline.order() + 1; i < Math.min(first, headline.order() + 3); i++) {
      Block block = selection.blocks().get(i);
      if (around != null
          && around.holds(block)
          && fits(block)
          && (block.endsSentence() || block.words() >= SENTENCE_WORDS)
          && (block.marks() & IGNORED_BESIDE) == 0
          && block.linkShare() == 0
          && PruningRule.striking(WordingRules.ALL, block, context) == null) {
        return block;
      }
    }
    return null;
  }

  private static boolean fits(Block block) {
    return block.words() >= LEAST_WORDS
        && block.words() <= MOST_WORDS
        && block.linkShare() < LINKED
        && (block.marks() & (isNamed(block) ? IGNORED_NAMED : IGNORED)) == 0;
  }

  private static boolean isNamed(Block block) {
    return Mark.STANDFIRST.in(block.innerMarks() | block.box().marks())
        || (block.box().parent() != null && Mark.STANDFIRST.in(block.box().parent().marks()));
  }

  private static boolean saysTheSame(String block, String description) {
    int length = Math.min(block.length(), description.length());
    if (length < SAME_CHARACTERS) {
      return length > 0 && block.equals(description);
    }
    return block.regionMatches(0, description, 0, length)
        || (length > 80 && description.contains(block))
        || block.regionMatches(0, description, 0, SAME_CHARACTERS);
  }
}
