package io.keeling.reader.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Finds summaries of other articles by their shape: a linked headline, then some prose, repeated at
 * the same path. The names of their boxes need not say so.
 */
final class TeaserLists {

  private static final double LINKED = 0.8;
  private static final int HEADLINE_WORDS = 3;
  private static final int HEADLINE_CHARACTERS = 18;
  private static final int LEAST_TEASERS = 2;
  private static final int LEAST_RUN = 3;
  private static final int[] NONE = new int[2];
  private static final double MOST_OF_PATH = 0.7;
  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");

  private TeaserLists() {}

  /** Returns the blocks of teasers, and their headlines if these are blocks of their own. */
  static List<Block> of(List<Block> blocks) {
    boolean[] shaped = new boolean[blocks.size()];
    boolean[] numbered = NumberedItems.of(blocks);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      shaped[i] =
          block.isProse()
              && isTeaser(block, i == 0 ? null : blocks.get(i - 1))
              && !numbered[i]
              && !(i > 0 && numbered[i - 1]);
      if (shaped[i]) {
        found.add(i);
      }
    }
    excludeOtherSites(blocks, found, shaped);
    Map<Long, int[]> counts = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isProse()) {
        int[] count = counts.computeIfAbsent(block.box().path(), p -> new int[2]);
        count[0]++;
        count[1] += shaped[i] ? 1 : 0;
      }
    }
    List<Block> teasers = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int[] count = counts.getOrDefault(block.box().path(), NONE);
      boolean usual = count[1] >= LEAST_TEASERS && count[1] >= MOST_OF_PATH * count[0];
      if (usual || (shaped[i] && runLength(shaped, i) >= LEAST_RUN)) {
        teasers.add(block);
      }
    }
    return teasers;
  }

  /**
   * Excludes rankings of shops, books and sources, in which each headline links to a different
   * site. Teasers all lead to one site.
   */
  private static void excludeOtherSites(List<Block> blocks, List<Integer> found, boolean[] shaped) {
    Map<Integer, String> hosts = new HashMap<>();
    for (int i : found) {
      Block headline =
          blocks.get(i).leadingLink() > 0 || i == 0 ? blocks.get(i) : blocks.get(i - 1);
      String host = host(headline);
      if (!host.isEmpty()) {
        hosts.put(i, host);
      }
    }
    int different = new HashSet<>(hosts.values()).size();
    if (different >= LEAST_RUN && 2 * different > found.size()) {
      hosts.keySet().forEach(i -> shaped[i] = false);
    }
  }

  /** Whether a headline links within its own page, as those of a live report's posts do. */
  private static boolean leadsToItself(Block headline) {
    Element link = HtmlTree.first(headline.box().element(), LINK);
    return link != null && link.attr("href").startsWith("#");
  }

  private static String host(Block block) {
    Element link = HtmlTree.first(block.box().element(), LINK);
    String address = link == null ? "" : link.attr("href");
    int start = address.indexOf("//");
    if (start < 0) {
      return "";
    }
    int end = address.indexOf('/', start + 2);
    return address.substring(start + 2, end < 0 ? address.length() : end);
  }

  /** Returns the number of consecutive teasers around an index; headlines may be between them. */
  private static int runLength(boolean[] shaped, int at) {
    int length = 1;
    for (int i = at - 1; i >= 0 && (shaped[i] || (i > 0 && shaped[i - 1])); i--) {
      length += shaped[i] ? 1 : 0;
    }
    for (int i = at + 1;
        i < shaped.length && (shaped[i] || (i + 1 < shaped.length && shaped[i + 1]));
        i++) {
      length += shaped[i] ? 1 : 0;
    }
    return length;
  }

  private static boolean isTeaser(Block block, @Nullable Block previous) {
    if (block.leadingLink() >= HEADLINE_CHARACTERS && block.leadingLink() < block.text().length()) {
      return true;
    }
    return previous != null
        && previous.linkShare() > LINKED
        && previous.words() >= HEADLINE_WORDS
        && block.box().parent() != null
        && block.box().parent().holds(previous)
        && !leadsToItself(previous);
  }
}
