package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.wording.PhraseList;
import java.util.regex.Pattern;

/** Finds lines that credit an image or claim a copyright, outside of any caption. */
final class CreditLine {

  private static final PhraseList STARTS = PhraseList.load("phrases/credit-start.txt");

  /** The photographer at the end of a caption: {@code (J. Berg)}. */
  private static final Pattern SIGNED = Pattern.compile("\\(\\p{Lu}\\. ?\\p{Lu}[\\p{L}-]+\\)$");

  private static final int MOST_WORDS = 60;
  private static final int LABEL_CHARACTERS = 24;
  private static final int ONLY_WORDS = 12;

  private CreditLine() {}

  static boolean isOne(Block block) {
    if (block.words() > MOST_WORDS || block.text().isEmpty()) {
      return false;
    }
    String text = block.text();
    boolean mark =
        text.startsWith("\u00A9") || text.startsWith("(c)") || text.startsWith("Copyright");
    if (block.words() <= 2 * ONLY_WORDS && SIGNED.matcher(text).find()) {
      return true;
    }
    return mark || (STARTS.starts(block.folded()) && isLabel(block));
  }

  /** Whether the first words of a credit are a label, or the line is no sentence. */
  private static boolean isLabel(Block block) {
    int colon = block.text().indexOf(':');
    int slash = block.text().indexOf('/');
    return (colon > 0 && colon < LABEL_CHARACTERS)
        || (block.words() <= ONLY_WORDS && !block.endsSentence())
        || (slash > 0 && block.words() <= ONLY_WORDS)
        || block.text().startsWith("PHOTO")
        || block.text().startsWith("SUBMITTED PHOTO");
  }
}
