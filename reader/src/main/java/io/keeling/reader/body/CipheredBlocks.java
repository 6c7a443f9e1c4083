package io.keeling.reader.body;

import io.keeling.reader.language.ShiftCipher;
import io.keeling.reader.outline.Block;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out text that a page sends in cipher so that only subscribers can read it. It would
 * otherwise be searched and tagged.
 */
final class CipheredBlocks {

  /** Name of the rule that leaves out ciphered blocks. */
  static final String RULE = "ciphered";

  /** Maximum number of blocks tried before the text counts as plain. */
  private static final int MOST_TRIED = 100;

  private CipheredBlocks() {}

  /**
   * Leaves ciphered blocks out if two paragraphs use the same cipher.
   *
   * @param language the language that the page declares, or empty
   */
  static void drop(Selection selection, String language) {
    List<Block> kept = selection.kept();
    Map<Integer, ShiftCipher> found = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(MOST_TRIED, kept.size()); i++) {
      ShiftCipher cipher =
          kept.get(i).isProse() ? ShiftCipher.of(kept.get(i).text(), language) : null;
      if (cipher == null) {
        continue;
      }
      for (Map.Entry<Integer, ShiftCipher> earlier : found.entrySet()) {
        if (earlier.getValue().isLike(cipher)) {
          drop(selection, kept, cipher, earlier.getKey());
          return;
        }
      }
      found.put(i, cipher);
    }
  }

  private static void drop(Selection selection, List<Block> kept, ShiftCipher cipher, int first) {
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

  /** Whether a block is ciphered, or is a heading or short quote before a ciphered paragraph. */
  private static boolean isOf(ShiftCipher cipher, List<Block> kept, int at) {
    Block block = kept.get(at);
    return cipher.holds(block.text())
        || (!block.isProse()
            && at > 0
            && at + 1 < kept.size()
            && !cipher.isPlain(block.text())
            && cipher.holds(kept.get(at + 1).text()));
  }

  static boolean any(Selection selection) {
    for (Block block : selection.blocks()) {
      if (selection.rule(block).equals(RULE)) {
        return true;
      }
    }
    return false;
  }
}
