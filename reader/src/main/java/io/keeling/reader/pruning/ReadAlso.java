package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.wording.PhraseList;

/**
 * Finds lines between paragraphs that lead to other articles. Words such as "More ..." are not
 * enough: they must be linked, or a colon must separate them from what follows.
 */
final class ReadAlso {

  private static final PhraseList PHRASES = PhraseList.load("phrases/read-also.txt");
  private static final double LINKED = 0.25;
  private static final int LONGEST_LABEL = 40;
  private static final int ONLY_WORDS = 6;

  private ReadAlso() {}

  static boolean leadsAway(Block block) {
    if (!PHRASES.starts(block.folded())) {
      return false;
    }
    if (block.isProse() && block.linkShare() < LINKED) {
      return isLabelledAtOnce(block.text(), PHRASES.longestAtStart(block.folded()));
    }
    return block.linkShare() >= LINKED
        || isLabelled(block.text())
        || (block.words() <= ONLY_WORDS && !block.endsSentence())
        || PHRASES.equal(block.folded());
  }

  /** Whether the colon follows the phrase: "Read also: ...", and not "More than a: ...". */
  private static boolean isLabelledAtOnce(String text, int phrase) {
    return isLabelled(text.substring(0, Math.min(text.length(), phrase + 3)));
  }

  private static boolean isLabelled(String text) {
    int end = Math.min(text.length(), LONGEST_LABEL);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '|' || c == '>' || c == '\u2192' || c == '\uFF1A' || c == '\u00BB') {
        return true;
      }
      if (c == '.' || c == ',') {
        return false;
      }
    }
    return false;
  }
}
