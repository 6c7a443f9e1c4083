package io.keeling.reader.pruning;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import java.util.List;

/** The rules that leave a block out because of where it is, cheapest first. */
public final class PlaceRules {

  private static final double LINKED = 0.8;
  private static final int LIST_LEVELS = 3;
  private static final int CELL_WORDS = 6;

  /**
   * Longest linked cell of a table of data, in words: a name or two. Longer cells link to other
   * pages.
   */
  private static final int LINKED_CELL_WORDS = 12;

  private static final int PROSE_OF_LAYOUT = 3;
  private static final int BYLINE_WORDS = 40;
  private static final int DATE_WORDS = 15;
  private static final int FORM_WORDS = 120;

  /** Number of words from which text in a box named after advertisements is part of the article. */
  private static final int ADVERT_WORDS = 25;

  /** The rules, in the order in which they are tried. */
  public static final List<PruningRule> ALL =
      List.of(
          new PruningRule(
              "excluded-box",
              (block, page) -> (block.marksBelow(page.root()) & Marks.EXCLUDED) != 0),
          inBox("box-caption", Mark.CAPTION),
          inBox("box-related", Mark.RELATED),
          inBox("box-promotion", Mark.PROMOTION),
          inBox("box-comments", Mark.COMMENTS),
          inBox("box-biography", Mark.BIOGRAPHY),
          inBox(PruningRule.STORY, Mark.TEASER),
          inBox("box-aside", Mark.ASIDE),
          inBox("box-share", Mark.SHARE),
          inBox("box-tags", Mark.TAGS),
          inBox("box-embed", Mark.EMBED),
          inBox("box-footer", Mark.FOOTER),
          inBox("box-small-print", Mark.SMALL_PRINT),
          inBoxIfShort("box-advert", Mark.ADVERT, ADVERT_WORDS),
          inBoxIfShort("box-byline", Mark.BYLINE, BYLINE_WORDS),
          inBoxIfShort("box-date", Mark.DATE, DATE_WORDS),
          new PruningRule("box-form", PlaceRules::isOfForm),
          new PruningRule("above-headline", (block, page) -> page.isAboveHeadline(block)),
          new PruningRule("layout-cell", (block, page) -> isLayoutCell(block)),
          new PruningRule("image-caption", ImageCaption::isOne),
          new PruningRule("linked-card", ImageCaption::isLinkedCard),
          new PruningRule(
              "link-only",
              (block, page) ->
                  isLinkOnly(block)
                      && !isRanked(block, page)
                      && !(page.listsNames() && block.kind() == BlockKind.LIST_ITEM)
                      && !isOfData(block)));

  private PlaceRules() {}

  private static PruningRule inBox(String name, Mark mark) {
    return inBoxIfShort(name, mark, Integer.MAX_VALUE);
  }

  private static PruningRule inBoxIfShort(String name, Mark mark, int words) {
    return new PruningRule(
        name, (block, page) -> block.words() < words && mark.in(block.marksBelow(page.root())));
  }

  /** Whether a block belongs to a small form; a form around a whole page does not count. */
  private static boolean isOfForm(Block block, BodyContext page) {
    if (block.isProse() || !Mark.FORM.in(block.marksBelow(page.root()))) {
      return false;
    }
    Box box = block.box();
    while (box != null && !box.tag().equals("form")) {
      box = box.parent();
    }
    return box != null && box.words() <= FORM_WORDS;
  }

  /** Whether a short cell is beside cells of prose: the table lays out the page. */
  private static boolean isLayoutCell(Block block) {
    if (block.kind() != BlockKind.CELL || block.words() > CELL_WORDS || block.isProse()) {
      return false;
    }
    Box box = block.box();
    while (box != null && !box.tag().equals("table")) {
      box = box.parent();
    }
    return box != null && box.proseBlocks() >= PROSE_OF_LAYOUT;
  }

  /**
   * Whether an item is in a numbered list among paragraphs, in which the article ranks what it
   * links to.
   */
  private static boolean isRanked(Block block, BodyContext page) {
    if (block.kind() != BlockKind.LIST_ITEM) {
      return false;
    }
    Box box = block.box();
    for (int level = 0; level < LIST_LEVELS && box != null && !box.tag().equals("ol"); level++) {
      box = box.parent();
    }
    Box around = box == null || !box.tag().equals("ol") ? null : box.parent();
    return around != null
        && page.root().holds(around)
        && around.proseBlocks() > 0
        && 2 * around.words() >= page.root().words();
  }

  /** Whether a cell is in a table of data, such as results or winners, and not only of links. */
  private static boolean isOfData(Block block) {
    if (block.kind() != BlockKind.CELL || block.words() > LINKED_CELL_WORDS) {
      return false;
    }
    Box table = block.box();
    Box row = table;
    while (table != null && !table.tag().equals("table")) {
      row = table.tag().equals("tr") ? table : row;
      table = table.parent();
    }
    return table != null
        && table.linkShare() < LINKED
        && table.proseBlocks() == 0
        && row.linkWords() < row.words();
  }

  private static boolean isLinkOnly(Block block) {
    return block.linkShare() > LINKED && block.kind() != BlockKind.HEADING;
  }
}
