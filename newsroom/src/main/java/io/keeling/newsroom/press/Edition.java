package io.keeling.newsroom.press;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article's words.
 *
 * @param number 1 for the first
 * @param title the headline
 * @param modified when it was last changed, null for the first edition
 * @param blocks the text
 */
public record Edition(
    int number, String title, @Nullable OffsetDateTime modified, List<Block> blocks) {

  /** Copies the list. */
  public Edition {
    blocks = List.copyOf(blocks);
  }

  /**
   * The next edition.
   *
   * @throws IllegalArgumentException if words to be replaced do not occur
   */
  Edition corrected(Correction correction) {
    List<Block> changed = new ArrayList<>();
    correction.prepend().forEach(text -> changed.addAll(Block.parse(text)));
    List<Block> old = new ArrayList<>(blocks);
    correction
        .replace()
        .forEach(
            (from, to) -> {
              if (old.stream().noneMatch(block -> block.source().contains(from))) {
                throw new IllegalArgumentException("nothing to correct: \"" + from + "\"");
              }
              old.replaceAll(block -> block.replace(from, to));
            });
    changed.addAll(old);
    correction.append().forEach(text -> changed.addAll(Block.parse(text)));
    String newTitle = correction.title();
    return new Edition(
        number + 1, newTitle == null ? title : newTitle, correction.modified(), changed);
  }
}
