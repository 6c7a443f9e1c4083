package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One reason to leave out a block inside the content root.
 *
 * @param name its name in explanations
 * @param drops whether it applies to a block
 */
public record PruningRule(String name, BiPredicate<Block, BodyContext> drops) {

  /** Name of the rule about other stories; explanations name the rule that found the story. */
  static final String STORY = "box-story";

  /** Returns the name of this rule in the explanation of a block. */
  public String nameFor(Block block) {
    String story = block.storyRule();
    return name.equals(STORY) && story != null ? story : name;
  }

  /** Returns the first rule that applies to a block, or null. */
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
