package io.keeling.reader.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the articles that a page loads below its own as the reader scrolls: siblings or cousins,
 * each an {@code article} with a headline of the first rank, and no such headline outside them
 * (which would make them the posts of one report).
 */
final class AppendedArticles {

  /** A first article with less text is a card in a list. */
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
