package io.keeling.reader.outline;

import java.util.List;

/**
 * Finds the headlines of a ranking: short lines that begin with a number one higher or one lower
 * than the previous number.
 */
public final class NumberedItems {

  private static final int LEAST = 3;
  private static final int MOST_WORDS = 20;
  private static final int LONGEST_NUMBER = 3;

  private NumberedItems() {}

  /** Returns, for each block by its order, whether it is a headline of a ranking. */
  public static boolean[] of(List<Block> blocks) {
    boolean[] items = new boolean[blocks.size()];
    int[] run = new int[blocks.size()];
    int length = 0;
    int last = 0;
    int step = 0;
    for (Block block : blocks) {
      int number = block.words() <= MOST_WORDS && isOfItem(block) ? number(block.text()) : -1;
      if (number < 0) {
        continue;
      }
      int next = number - last;
      if (length > 0 && (next == 1 || next == -1) && (length == 1 || next == step)) {
        step = next;
      } else {
        length = 0;
      }
      run[length++] = block.order();
      last = number;
      if (length >= LEAST) {
        for (int i = length == LEAST ? 0 : length - 1; i < length; i++) {
          items[run[i]] = true;
        }
      }
    }
    return items;
  }

  private static boolean isOfItem(Block block) {
    return block.kind() == BlockKind.HEADING
        || block.kind() == BlockKind.LOOSE
        || block.kind() == BlockKind.PARAGRAPH;
  }

  /**
   * Returns the number at the start of a line ("7. Osterby", "#7 Osterby", "7) Osterby"), or -1.
   */
  private static int number(String text) {
    int start = text.startsWith("#") ? 1 : 0;
    int at = start;
    while (at < text.length() && at - start < LONGEST_NUMBER && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start || at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at);
    boolean ends = c == '.' || c == ')' || c == ':' || c == '\u3001' || (c == ' ' && start > 0);
    boolean decimal = at + 1 < text.length() && isDigit(text.charAt(at + 1));
    return ends && !decimal ? Integer.parseInt(text.substring(start, at)) : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
