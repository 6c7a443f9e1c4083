package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import java.util.HashSet;
import java.util.Set;

/** Leaves out blocks that repeat an earlier one: pull quotes, copies for small screens. */
final class Repetition {

  private static final int LEAST_WORDS = 8;

  private Repetition() {}

  static void drop(Selection selection) {
    Set<String> seen = new HashSet<>();
    for (Block block : selection.kept()) {
      if (block.words() >= LEAST_WORDS && !seen.add(block.folded())) {
        selection.leave(block, "repeated");
      }
    }
  }
}
