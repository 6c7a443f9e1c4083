package io.keeling.ingest.reader.outline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds summaries of other articles by their shape: a linked headline, then some prose, and the
 * same again at the same path. They need no telling name.
 */
final class TeaserLists {

  private static final double LINKED = 0.8;
  private static final int HEADLINE_WORDS = 3;
  private static final int HEADLINE_CHARACTERS = 18;
  private static final int LEAST_TEASERS = 2;
  private static final double MOST_OF_PATH = 0.7;

  private TeaserLists() {}

  /** The paths at which most prose is that of teasers. */
  static Set<Long> paths(List<Block> blocks) {
    Map<Long, int[]> counts = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isProse()) {
        int[] count = counts.computeIfAbsent(block.box().path(), p -> new int[2]);
        count[0]++;
        count[1] += isTeaser(block, i == 0 ? null : blocks.get(i - 1)) ? 1 : 0;
      }
    }
    Set<Long> paths = new HashSet<>();
    counts.forEach(
        (path, count) -> {
          if (count[1] >= LEAST_TEASERS && count[1] >= MOST_OF_PATH * count[0]) {
            paths.add(path);
          }
        });
    return paths;
  }

  private static boolean isTeaser(
      Block block, @Nullable Block previous) {
    if (block.leadingLink() >= HEADLINE_CHARACTERS && block.leadingLink() < block.text().length()) {
      return true;
    }
    return previous != null
        && previous.linkShare() > LINKED
        && previous.words() >= HEADLINE_WORDS
        && block.box().parent() != null
        && block.box().parent().holds(previous);
  }
}
