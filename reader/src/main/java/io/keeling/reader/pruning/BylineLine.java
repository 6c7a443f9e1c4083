package io.keeling.reader.pruning;

import io.keeling.reader.authors.AuthorNames;
import io.keeling.reader.authors.BylinePrefix;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;

/** Finds the line that names a known author, with a date or role beside the name. */
public final class BylineLine {

  private static final int MOST_OTHER_WORDS = 12;

  private BylineLine() {}

  /** Whether a block is a byline of a known author, or one with a date. */
  public static boolean isOne(Block block, BodyContext page) {
    if (block.kind() == BlockKind.HEADING || block.words() > 2 * MOST_OTHER_WORDS) {
      return false;
    }
    if (block.words() <= MOST_OTHER_WORDS && AuthorNames.isDatedByline(block.text())) {
      return true;
    }
    for (String author : page.authors()) {
      int at = author.isEmpty() ? -1 : block.folded().indexOf(author);
      if (at >= 0 && isRest(block, author, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the rest of the line fits a byline: little before the name, and few other words. */
  private static boolean isRest(Block block, String author, int at) {
    int others = block.folded().split(" ").length - author.split(" ").length;
    boolean dated = block.folded().chars().anyMatch(Character::isDigit);
    boolean announced = at > 0 && BylinePrefix.hasPrefix(block.text());
    return at <= 12
        && others <= (dated || announced ? MOST_OTHER_WORDS : 3)
        && !block.endsSentence();
  }
}
