package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Block;
import java.util.List;

/** Leaves out what stands behind an article's last paragraph: who wrote it. */
final class ClosingRules {

  private static final int LAST_BLOCKS = 5;
  private static final int BIOGRAPHY_WORDS = 90;

  private ClosingRules() {}

  static void apply(Selection selection, BodyContext context) {
    List<Block> kept = selection.kept();
    for (int i = Math.max(2, kept.size() - LAST_BLOCKS); i < kept.size(); i++) {
      Block block = kept.get(i);
      if (block.words() < BIOGRAPHY_WORDS && isAbout(block, context.authors())) {
        selection.leave(block, "biography");
      }
    }
  }

  private static boolean isAbout(Block block, List<String> authors) {
    for (String author : authors) {
      if (author.indexOf(' ') > 0 && block.folded().startsWith(author)) {
        return true;
      }
    }
    return false;
  }
}
