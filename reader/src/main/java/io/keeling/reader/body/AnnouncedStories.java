package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Outline;
import java.util.Arrays;
import java.util.List;

/**
 * Finds other stories below headings that announce them: the rest of the heading's section, and
 * what follows it unless the article demonstrably goes on there. Serves one page.
 */
final class AnnouncedStories {

  /** Evidence, as the logarithm of odds, that an announcing heading gives for stories below it. */
  private static final double HEADING = 2.5;

  private static final double ENOUGH = 2;

  /**
   * Evidence below which a section belongs to the article, because the section uses so many of the
   * article's words.
   */
  private static final double OWN_SECTION = -3;

  /** Maximum number of headings whose sections are examined; articles have fewer. */
  private static final int MOST_HEADINGS = 40;

  private final Outline outline;
  private final List<Block> core;
  private final StoryRuns runs;
  private final boolean[] announcing;
  private final boolean[] found;
  private final int all;

  AnnouncedStories(Outline outline, List<Block> core, StoryRuns runs, boolean[] announcing) {
    this.outline = outline;
    this.core = core;
    this.runs = runs;
    this.announcing = announcing;
    this.found = new boolean[outline.blocks().size()];
    this.all = prose(0, outline.blocks().size());
  }

  /** Returns whether each block, by its order, belongs to another story. */
  boolean[] find() {
    List<Block> blocks = outline.blocks();
    int headings = 0;
    for (int i = 0; i < blocks.size() && headings < MOST_HEADINGS; i++) {
      if (announcing[i] && !found[i]) {
        headings++;
        below(blocks.get(i));
      }
    }
    return found;
  }

  private void below(Block heading) {
    int first = core.get(0).order();
    Box section = section(heading);
    boolean before = heading.order() < first;
    List<Block> blocks = outline.blocks();
    int from = heading.order() + 1;
    int end = from;
    while (end < blocks.size() && section.holds(blocks.get(end)) && !(before && end >= first)) {
      end++;
    }
    boolean apart = !section.holds(core.get(0));
    boolean others =
        apart
            ? runs.evidence(from, end) >= OWN_SECTION && 2 * prose(from, end) <= all
            : isTail(from, end);
    if (others) {
      Arrays.fill(found, heading.order(), end, true);
      if (!before) {
        after(end);
      }
    }
  }

  /**
   * Finds the next paragraph at the article's path and marks everything from there on, if it is
   * about something else.
   */
  private void after(int from) {
    List<Block> blocks = outline.blocks();
    long path = core.get(0).box().path();
    for (int i = from; i < blocks.size(); i++) {
      if (OtherStories.isText(blocks.get(i)) && blocks.get(i).box().path() == path) {
        if (isTail(i, blocks.size())) {
          Arrays.fill(found, i, blocks.size(), true);
        }
        return;
      }
    }
  }

  /** Whether what follows in the article's own box has prose about something else. */
  private boolean isTail(int from, int to) {
    return prose(from, to) > 0 && HEADING + runs.evidence(from, to) >= ENOUGH;
  }

  private int prose(int from, int to) {
    int words = 0;
    for (Block block : outline.blocks().subList(from, to)) {
      words += OtherStories.isText(block) ? block.words() : 0;
    }
    return words;
  }

  /** Returns the smallest box around a heading that holds more than the heading. */
  private static Box section(Block heading) {
    Box box = heading.box();
    while (box.parent() != null && box.words() <= heading.words()) {
      box = box.parent();
    }
    if (heading.kind() == BlockKind.HEADING && box == heading.box() && box.parent() != null) {
      return box.parent();
    }
    return box;
  }
}
