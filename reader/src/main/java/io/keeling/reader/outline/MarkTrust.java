package io.keeling.reader.outline;

import java.util.List;

/**
 * Removes marks from boxes that hold most of the page's prose. A page may wrap its article in a
 * form, call its layout a sidebar or hide its body until a script runs; a box's content is better
 * evidence. Then counts the prose that is in no excluding box.
 */
final class MarkTrust {

  /** Marks of boxes that do not count as the article, whatever their content. */
  private static final int EXCLUDING =
      Marks.EXCLUDED
          | Marks.BOXES
          | Mark.set(Mark.FOOTER, Mark.SMALL_PRINT, Mark.BYLINE, Mark.DATE, Mark.PAYWALL);

  private static final int STRONG =
      Mark.set(Mark.HIDDEN, Mark.DIALOG, Mark.CONSENT, Mark.NOSCRIPT, Mark.COMMENTS);

  private static final int STRONGEST = Mark.set(Mark.COMMENTS, Mark.CONSENT, Mark.NAVIGATION);

  /** Names of the rules for summaries of other articles, found by shape, and for whole articles. */
  private static final String TEASERS = "teaser-list";

  private static final String APPENDED = "appended-article";

  private static final double MOST_PROSE = 0.5;

  /** Minimum number of words of other prose with which a page of mostly teasers is an article. */
  private static final int ARTICLE_WORDS = 80;

  private static final double NEARLY_ALL_PROSE = 0.8;

  private MarkTrust() {}

  /** Settles all marks and returns the share of the page's prose that summarises other articles. */
  static double settle(List<Box> boxes, List<Block> blocks) {
    double all = boxes.isEmpty() ? 0 : boxes.get(0).rawProseWords();
    LargestText largest = LargestText.of(blocks, EXCLUDING, STRONG, STRONGEST);
    for (Box box : boxes) {
      double share = all == 0 ? 0 : box.rawProseWords() / all;
      int belied =
          share > NEARLY_ALL_PROSE ? EXCLUDING : share > MOST_PROSE ? EXCLUDING & ~STRONG : 0;
      if (box.isPlainProse() || (box.titles() == 1 && boxes.get(0).titles() == 1)) {
        belied |= Mark.RELATED.bit();
      }
      box.settle(belied | largest.beliedOf(box));
    }
    PictureLines.mark(blocks);
    double teasers = markTeasers(blocks, all);
    for (Box other : AppendedArticles.of(boxes)) {
      blocks.stream().filter(other::holds).forEach(block -> block.markStory(APPENDED));
    }
    countProse(boxes, blocks);
    return teasers;
  }

  /** Counts, in each box, the prose that is in no excluding box. May be called repeatedly. */
  static void countProse(List<Box> boxes, List<Block> blocks) {
    boxes.forEach(Box::clearProse);
    for (Block block : blocks) {
      if (block.isProse() && (block.marks() & (Marks.EXCLUDED | Marks.BOXES)) == 0) {
        block.box().countProse(block);
      }
    }
    for (int i = boxes.size() - 1; i >= 0; i--) {
      boxes.get(i).passProseOn();
    }
  }

  private static double markTeasers(List<Block> blocks, double all) {
    List<Block> teasers = TeaserLists.of(blocks);
    int words = 0;
    for (Block block : teasers) {
      words += block.isProse() ? block.words() : 0;
    }
    double share = all == 0 ? 0 : words / all;
    if (share <= MOST_PROSE || all - words >= ARTICLE_WORDS) {
      teasers.forEach(block -> block.markStory(TEASERS));
    }
    return share;
  }
}
