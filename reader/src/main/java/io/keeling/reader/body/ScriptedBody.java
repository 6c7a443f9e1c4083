package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.outline.PageWalk;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.pruning.PruningRule;
import io.keeling.reader.pruning.WordingRules;
import io.keeling.reader.structured.EmbeddedState;
import io.keeling.reader.structured.StateBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text from the initial state of a page's scripts if the page shows too little of it. The
 * page is then built by scripts, which write the article into it when they run.
 */
final class ScriptedBody {

  /**
   * Number of words from which the page's text counts as the beginning of an article. The state's
   * text must then be even longer to replace it.
   */
  private static final int SHORT_WORDS = 100;

  /** Number of words from which the page's own text is always used. */
  private static final int BEGINNING_WORDS = 200;

  private static final double MUCH_LONGER_THAN_BEGINNING = 3;

  /**
   * Number of words below which even the headline may be missing from the page, so that the state
   * need not have it.
   */
  private static final int NEXT_TO_NOTHING = 30;

  private static final double MUCH_LONGER = 2;

  private ScriptedBody() {}

  static @Nullable String find(Outline outline, Selection selection, BodyContext context) {
    int words = selection.words();
    if (words >= BEGINNING_WORDS) {
      return null;
    }
    double longer = words < SHORT_WORDS ? MUCH_LONGER : MUCH_LONGER_THAN_BEGINNING;
    StateBody.Found found =
        StateBody.find(EmbeddedState.of(outline.top().element()), context.title());
    if (found == null
        || found.words() <= longer * words
        || !(found.titled() || words < NEXT_TO_NOTHING)) {
      return null;
    }
    List<Block> blocks = blocks(found.html(), context);
    int prose = blocks.stream().filter(Block::isProse).mapToInt(Block::words).sum();
    return prose > longer * words && prose >= NEXT_TO_NOTHING ? BodyText.of(blocks) : null;
  }

  private static List<Block> blocks(String html, BodyContext context) {
    List<Block> kept = new ArrayList<>();
    for (Block block : PageWalk.over(HtmlTree.parse(html, "")).blocks()) {
      if ((block.marks() & (Marks.EXCLUDED | Marks.BOXES)) == 0
          && PruningRule.striking(WordingRules.ALL, block, context) == null) {
        kept.add(block);
      }
    }
    return kept;
  }
}
