package io.keeling.reader.body;

import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article's text as found on a page.
 *
 * @param text paragraphs with a blank line between
 * @param rule where it was found
 * @param root the content root, or null where the text comes from elsewhere
 * @param standfirst the block that stands above the text as its standfirst, or null
 * @param selection the decision about each block
 * @param posts how many posts of a live report stand in the text, or null where it is none
 * @param correction what the outlet says it corrected, which the text does not hold, or null
 */
public record Body(
    String text,
    String rule,
    @Nullable Box root,
    @Nullable Block standfirst,
    Selection selection,
    @Nullable Integer posts,
    @Nullable Chosen<String> correction) {

  /** Whether a part of the text was sent in cipher and left out. */
  public boolean isCiphered() {
    return CipheredBlocks.any(selection);
  }

  /** The article's blocks. */
  public List<Block> blocks() {
    return selection.kept();
  }
}
