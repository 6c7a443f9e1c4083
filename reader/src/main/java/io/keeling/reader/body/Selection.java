package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Records which blocks of a page are its article, and the rule that decided each. Used only by the
 * thread that reads the page.
 */
public final class Selection {

  private static final String OUTSIDE = "outside-root";

  private final List<Block> blocks;
  private final boolean[] kept;
  private final String[] rules;

  Selection(List<Block> blocks) {
    this.blocks = blocks;
    this.kept = new boolean[blocks.size()];
    this.rules = new String[blocks.size()];
  }

  void keep(Block block, String rule) {
    kept[block.order()] = true;
    rules[block.order()] = rule;
  }

  void leave(Block block, String rule) {
    kept[block.order()] = false;
    rules[block.order()] = rule;
  }

  public boolean isKept(Block block) {
    return kept[block.order()];
  }

  public String rule(Block block) {
    String rule = rules[block.order()];
    if (rule != null) {
      return rule;
    }
    String story = block.storyRule();
    return story == null ? OUTSIDE : story;
  }

  public List<Block> blocks() {
    return blocks;
  }

  public List<Block> kept() {
    List<Block> chosen = new ArrayList<>();
    for (Block block : blocks) {
      if (kept[block.order()]) {
        chosen.add(block);
      }
    }
    return chosen;
  }

  /** Returns the order of the first block of the article that is no heading, or -1. */
  int firstText() {
    for (Block block : blocks) {
      if (kept[block.order()] && block.kind() != BlockKind.HEADING) {
        return block.order();
      }
    }
    return -1;
  }

  int characters() {
    int characters = 0;
    for (Block block : blocks) {
      characters += kept[block.order()] ? block.text().length() : 0;
    }
    return characters;
  }

  public int words() {
    int words = 0;
    for (Block block : blocks) {
      words += kept[block.order()] ? block.words() : 0;
    }
    return words;
  }

  public int proseWords() {
    int words = 0;
    for (Block block : blocks) {
      words += kept[block.order()] && block.isProse() ? block.words() : 0;
    }
    return words;
  }
}
