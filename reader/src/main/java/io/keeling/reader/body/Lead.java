package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.pruning.PruningRule;
import io.keeling.reader.pruning.WordingRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds prose between the headline and the text, but outside the text's box. */
final class Lead {

  /**
   * Distance from the headline, in blocks, beyond which only blocks beside the text's box count.
   */
  private static final int MOST_BLOCKS = 12;

  private static final double LINKED = 0.2;
  private static final int IGNORED =
      Marks.EXCLUDED | Marks.BOXES | Mark.set(Mark.BYLINE, Mark.SMALL_PRINT, Mark.CORRECTION);

  private Lead() {}

  /**
   * Returns the blocks of prose between the headline and the text.
   *
   * @param first order of the first block of the text, not counting a standfirst
   */
  static List<Block> between(
      Selection selection, BodyContext context, @Nullable Block headline, int first) {
    List<Block> leads = new ArrayList<>();
    if (headline == null || headline.order() >= first) {
      return leads;
    }
    boolean near = first - headline.order() <= MOST_BLOCKS;
    Box around = context.root().parent();
    for (int i = headline.order() + 1; i < first; i++) {
      Block block = selection.blocks().get(i);
      boolean named = Mark.STANDFIRST.in(block.marks());
      int ignored = named ? IGNORED & ~Mark.RELATED.bit() : IGNORED;
      if (!selection.isKept(block)
          && (near || (around != null && around.holds(block)))
          && block.isProse()
          && block.endsSentence()
          && !context.root().holds(block)
          && block.linkShare() < LINKED
          && (block.marks() & ignored) == 0
          && PruningRule.striking(WordingRules.ALL, block, context) == null) {
        leads.add(block);
      }
    }
    return leads;
  }
}
