package io.keeling.reader.pruning;

import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.TitleFinder.Headline;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.wording.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules about single blocks may need to know about the whole page.
 *
 * @param root the content root
 * @param title the headline, folded
 * @param headline the block of the headline, or null
 * @param authors the authors' names, folded
 * @param description the page's description in its metadata, folded
 * @param listsNames whether the article consists of lists of linked names, such as winners
 */
public record BodyContext(
    Box root,
    String title,
    @Nullable Block headline,
    List<String> authors,
    String description,
    boolean listsNames) {

  private static final int COMPARED_CHARACTERS = 600;

  /** Returns the context of a page whose root, headline and authors are known. */
  public static BodyContext of(
      Box root, PageEvidence evidence, Headline headline, List<String> authors) {
    String description = evidence.metas().firstOf("og:description", "description");
    return new BodyContext(
        root,
        Folded.of(headline.text(), COMPARED_CHARACTERS),
        headline.block(),
        authors.stream().map(Folded::of).toList(),
        description == null ? "" : Folded.of(description, COMPARED_CHARACTERS),
        headline.block() != null && NameLists.fill(root, evidence.outline().blocks()));
  }

  /** Whether a block is above the headline and is not prose. */
  public boolean isAboveHeadline(Block block) {
    return headline != null && block.order() < headline.order() && !block.isProse();
  }
}
