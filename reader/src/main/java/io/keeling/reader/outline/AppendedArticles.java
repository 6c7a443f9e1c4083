package io.keeling.reader.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds articles that a page appends below its own as the reader scrolls: {@code article} elements
 * at the same depth with one {@code h1} each. An {@code h1} outside them means that they are posts
 * of one report, and none is returned.
 */
final class AppendedArticles {

  /** Minimum number of words of prose in the first article; with less it is a card in a list. */
  private static final int LEAST_WORDS = 50;

  private AppendedArticles() {}

  static List<Box> of(List<Box> boxes) {
    if (boxes.isEmpty() || boxes.get(0).titles() < 2) {
      return List.of();
    }
    Box first = null;
    List<Box> others = new ArrayList<>();
    for (Box box : boxes) {
      if (first == null && box.titles() == 1 && box.tag().equals("article")) {
        first = box;
      } else if (first != null
          && box.depth() == first.depth()
          && box.tag().equals("article")
          && box.titles() == 1) {
        others.add(box);
      }
    }
    boolean all = boxes.get(0).titles() == others.size() + 1;
    return all && first != null && first.rawProseWords() >= LEAST_WORDS ? others : List.of();
  }
}
