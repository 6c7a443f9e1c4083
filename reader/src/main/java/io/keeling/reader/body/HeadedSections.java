package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.wording.PhraseList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what follows headings that do not belong to the article. After a comments heading,
 * everything is left out; after other headings, the rest of their box up to the next heading.
 */
final class HeadedSections {

  private static final PhraseList BOXES = PhraseList.load("phrases/box-heading.txt");
  private static final PhraseList COMMENTS = PhraseList.load("phrases/comments-heading.txt");
  private static final PhraseList ADVERTS =
      PhraseList.of(
          "sponsored",
          "advertisement",
          "anzeige",
          "promoted",
          "publicité",
          "publicidad",
          "werbung",
          "ad");

  /** Headings that ask readers to join or subscribe, as does the box below them. */
  private static final PhraseList CALLS = PhraseList.load("phrases/call-to-action.txt");

  private static final int CALL_BOX_WORDS = 250;

  private static final String COMMENTS_RULE = "below-comments";

  /** Longest box of an advertisement, in words. */
  private static final int LABELLED_WORDS = 120;

  private static final int HEADING_WORDS = 6;
  private static final double LINKED = 0.8;

  /**
   * Share of the prose that must precede a comments heading; an earlier one belongs to the article.
   */
  private static final double LAST_PART = 0.5;

  private HeadedSections() {}

  static void drop(Selection selection) {
    int all = selection.proseWords();
    int before = 0;
    Set<Long> prosePaths = new HashSet<>();
    String rule = null;
    Box scope = null;
    for (Block block : selection.kept()) {
      boolean label = block.words() <= 2 && ADVERTS.equal(block.folded());
      if (rule != null && rule.equals(COMMENTS_RULE)) {
        selection.leave(block, rule);
        continue;
      }
      if (rule != null && block.kind() == BlockKind.HEADING && block.linkShare() > LINKED) {
        rule = scope != null && scope.holds(block) ? rule : null; // links another article
      } else if (block.kind() == BlockKind.HEADING || label) {
        rule = label ? "below-advert-label" : ruleBelow(block, before >= LAST_PART * all);
        scope = block.kind() == BlockKind.LOOSE ? block.box() : block.box().parent();
        if (rule == null && CALLS.in(block.folded())) {
          scope = around(block);
          boolean small = scope != null && 2 * scope.words() <= Math.min(2 * CALL_BOX_WORDS, all);
          rule = small ? "below-call" : null;
        }
        if (label && scope != null && scope.words() > LABELLED_WORDS) {
          rule = null;
        }
      } else if (scope == null
          || !scope.holds(block)
          || (block.isProse() && prosePaths.contains(block.box().path()))) {
        rule = null;
      }
      if (rule != null) {
        selection.leave(block, rule);
      } else if (block.isProse()) {
        before += block.words();
        prosePaths.add(block.box().path());
      }
    }
  }

  /** Returns the smallest box around a heading that holds more than the heading. */
  private static @Nullable Box around(Block heading) {
    Box box = heading.box();
    while (box != null && box.words() == heading.words()) {
      box = box.parent();
    }
    return box;
  }

  /**
   * Whether a heading gives the number of comments ("12 comments"). Such a heading counts anywhere
   * on the page.
   */
  private static boolean isCount(String heading) {
    return Character.isDigit(heading.charAt(0)) && heading.indexOf(' ') == heading.lastIndexOf(' ');
  }

  private static @Nullable String ruleBelow(Block heading, boolean late) {
    if (heading.words() > HEADING_WORDS) {
      return null;
    }
    if (COMMENTS.in(heading.folded()) && (late || isCount(heading.folded()))) {
      return COMMENTS_RULE;
    }
    return BOXES.equal(heading.folded()) ? "below-box-heading" : null;
  }
}
