package io.keeling.reader.authors;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds people whom lines below the headline credit with work other than writing: editing,
 * pictures, review. Pages declare them as authors too.
 */
final class OtherCredits {

  private static final Set<String> LABELS = WordList.load("words/other-credit.txt");
  private static final int BLOCKS_BELOW = 12;
  private static final int LINE_WORDS = 16;
  private static final int LABEL_WORDS = 4;

  private OtherCredits() {}

  /** Removes authors credited with other work; returns all of them if none would be left. */
  static List<String> without(List<String> authors, Outline outline, @Nullable Block headline) {
    if (authors.size() < 2 || headline == null) {
      return authors;
    }
    List<String> credits = lines(outline.blocks(), headline.order());
    List<String> left = new ArrayList<>(authors);
    left.removeIf(name -> credits.stream().anyMatch(line -> line.contains(Folded.of(name))));
    return left.isEmpty() ? authors : left;
  }

  /**
   * Returns the lines that begin with a credit for other work, or that follow a line with only the
   * label of such a credit.
   */
  private static List<String> lines(List<Block> blocks, int headline) {
    List<String> lines = new ArrayList<>();
    boolean labelled = false;
    for (int i = headline + 1; i < Math.min(blocks.size(), headline + BLOCKS_BELOW); i++) {
      Block block = blocks.get(i);
      if (block.words() > LINE_WORDS) {
        labelled = false;
        continue;
      }
      String rest = afterLabel(block.folded());
      if (rest != null || labelled) {
        lines.add(block.folded());
      }
      // "Photos" alone may be a heading; names follow "Photos:" and "Edited by" in the next line.
      labelled =
          rest != null
              && rest.isEmpty()
              && (block.text().endsWith(":") || block.folded().indexOf(' ') > 0);
    }
    return lines;
  }

  private static @Nullable String afterLabel(String line) {
    int end = -1;
    for (int words = 1; words <= LABEL_WORDS; words++) {
      end = line.indexOf(' ', end + 1);
      String start = end < 0 ? line : line.substring(0, end);
      if (LABELS.contains(start)) {
        return end < 0 ? "" : line.substring(end + 1);
      }
      if (end < 0) {
        return null;
      }
    }
    return null;
  }
}
