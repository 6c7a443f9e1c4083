package io.keeling.reader.body;

import io.keeling.reader.language.ShiftCipher;
import io.keeling.reader.outline.Block;
import java.util.List;

/**
 * Leaves out what a page sends in cipher, because only who pays may read it: nobody can, and its
 * words would be searched and tagged. Stateless.
 */
final class CipheredBlocks {

  /** The rule by which blocks are left out of the text. */
  static final String RULE = "ciphered";

  /** After so many paragraphs without a frequent word the language is one that has no list. */
  private static final int MOST_TRIED = 100;

  private CipheredBlocks() {}

  /**
   * Leaves them out.
   *
   * @param language what the page declares, or empty
   */
  static void drop(Selection selection, String language) {
    List<Block> kept = selection.kept();
    ShiftCipher cipher = null;
    int first = -1;
    for (int i = 0; i < Math.min(MOST_TRIED, kept.size()) && cipher == null; i++) {
      cipher = kept.get(i).isProse() ? ShiftCipher.of(kept.get(i).text(), language) : null;
      first = i;
    }
    if (cipher == null) {
      return;
    }
    int last = first;
    for (int i = first; i < kept.size(); i++) {
      last = cipher.holds(kept.get(i).text()) ? i : last;
    }
    for (int i = first; i <= last; i++) {
      if (isOf(cipher, kept, i)) {
        selection.leave(kept.get(i), RULE);
      }
    }
  }

  /** A heading or a quote of a few words is of the cipher as the paragraphs around it are. */
  private static boolean isOf(ShiftCipher cipher, List<Block> kept, int at) {
    Block block = kept.get(at);
    return cipher.holds(block.text())
        || (!block.isProse()
            && at > 0
            && at + 1 < kept.size()
            && !cipher.isPlain(block.text())
            && cipher.holds(kept.get(at + 1).text()));
  }

  /** Whether something was left out so. */
  static boolean any(Selection selection) {
    for (Block block : selection.blocks()) {
      if (selection.rule(block).equals(RULE)) {
        return true;
      }
    }
    return false;
  }
}
