package io.keeling.reader.body;

import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article's text as found on a page.
 *
 * @param text paragraphs separated by blank lines
 * @param rule where it was found
 * @param root the content root, or null if the text is from elsewhere
 * @param standfirst the block above the text that is its standfirst, or null
 * @param selection the decision about each block
 * @param posts number of posts in the text, or null if it is not a live report
 * @param correction the outlet's correction, which is not part of the text, or null
 */
public record Body(
    String text,
    String rule,
    @Nullable Box root,
    @Nullable Block standfirst,
    Selection selection,
    @Nullable Integer posts,
    @Nullable Chosen<String> correction) {

  /** Whether part of the text was sent in cipher and left out. */
  public boolean isCiphered() {
    return CipheredBlocks.any(selection);
  }

  /** The article's blocks. */
  public List<Block> blocks() {
    return selection.kept();
  }
}
