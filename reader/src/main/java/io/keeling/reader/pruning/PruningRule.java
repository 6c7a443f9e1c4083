package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One reason to leave a block out that stands inside the content root.
 *
 * @param name how it is called in explanations
 * @param drops whether it strikes a block
 */
public record PruningRule(String name, BiPredicate<Block, BodyContext> drops) {

  /** The rule about other stories, which several rules before it tell. */
  static final String STORY = "box-story";

  /** How explanations call what it does to a block that it strikes. */
  public String nameFor(Block block) {
    String story = block.storyRule();
    return name.equals(STORY) && story != null ? story : name;
  }

  /** The first rule that strikes a block, or null. */
  public static @Nullable PruningRule striking(
      List<PruningRule> rules, Block block, BodyContext page) {
    for (PruningRule rule : rules) {
      if (rule.drops.test(block, page)) {
        return rule;
      }
    }
    return null;
  }
}
