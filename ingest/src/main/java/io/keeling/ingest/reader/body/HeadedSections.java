package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.BlockKind;
import io.keeling.ingest.reader.wording.PhraseList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what stands below a heading that says it is something else: comments to the end, other
 * boxes up to the next heading.
 */
final class HeadedSections {

  private static final PhraseList BOXES = PhraseList.load("phrases/box-heading.txt");
  private static final PhraseList COMMENTS = PhraseList.load("phrases/comments-heading.txt");
  private static final int HEADING_WORDS = 6;

  /** Comments come last; a heading about comments in the first half is one of the article. */
  private static final double LAST_PART = 0.5;

  private HeadedSections() {}

  static void drop(Selection selection) {
    List<Block> kept = selection.kept();
    int all = selection.proseWords();
    int before = 0;
    String rule = null;
    for (Block block : kept) {
      if (block.kind() == BlockKind.HEADING && !"below-comments".equals(rule)) {
        rule = ruleBelow(block, before >= LAST_PART * all);
      }
      if (rule != null) {
        selection.leave(block, rule);
      }
      before += block.isProse() ? block.words() : 0;
    }
  }

  private static @Nullable String ruleBelow(Block heading, boolean late) {
    if (heading.words() > HEADING_WORDS) {
      return null;
    }
    if (late && COMMENTS.in(heading.folded())) {
      return "below-comments";
    }
    return BOXES.equal(heading.folded()) ? "below-box-heading" : null;
  }
}
