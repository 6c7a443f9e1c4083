package io.keeling.reader.outline;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A page after the one walk over it: its boxes and blocks in document order, and the elements that
 * may give its authors and dates. Used only by the thread that reads the page.
 *
 * @param top the box around everything
 * @param boxes every box, by {@link Box#order}
 * @param blocks every block of text, in reading order
 * @param metas {@code meta} elements
 * @param links {@code link} elements
 * @param scripts {@code script} elements that hold JSON
 * @param documentTitle the {@code title} element's text, or empty
 * @param items boxes with an {@code itemprop}
 * @param bylines boxes marked as bylines or authors
 * @param times boxes of {@code time} elements
 * @param teaserShare share of the prose that summarises other articles, 0 to 1
 * @param images {@code img} elements with a source
 */
public record Outline(
    Box top,
    List<Box> boxes,
    List<Block> blocks,
    List<Element> metas,
    List<Element> links,
    List<Element> scripts,
    String documentTitle,
    List<Box> items,
    List<Box> bylines,
    List<Box> times,
    double teaserShare,
    List<Element> images) {

  /**
   * Marks blocks as parts of other stories, and boxes that hold nothing else. Their prose no longer
   * counts for any box.
   *
   * @param others these blocks and the rule that marks each
   */
  public void markStories(Map<Block, String> others) {
    if (others.isEmpty()) {
      return;
    }
    int[] all = new int[boxes.size() + 1];
    int[] marked = new int[boxes.size() + 1];
    blocks.forEach(block -> all[block.box().order()]++);
    others.forEach(
        (block, rule) -> {
          block.markStory(rule);
          marked[block.box().order()]++;
        });
    for (int i = boxes.size() - 1; i >= 0; i--) {
      Box box = boxes.get(i);
      Box parent = box.parent();
      if (marked[i] > 0 && marked[i] == all[i]) {
        box.mark(Mark.TEASER);
      }
      if (parent != null) {
        all[parent.order()] += all[i];
        marked[parent.order()] += marked[i];
      }
    }
    boxes.forEach(Box::inheritTeaser);
    MarkTrust.countProse(boxes, blocks);
  }
}
