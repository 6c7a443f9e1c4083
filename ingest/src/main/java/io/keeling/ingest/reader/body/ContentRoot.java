package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.outline.Outline;

/**
 * The box that holds the article.
 *
 * @param box the box
 * @param rule how it was found
 */
record ContentRoot(Box box, String rule) {

  private static final double NEARLY_ALL = 0.8;

  /** A named box with so much more prose than the best one holds a body of several parts. */
  private static final double SPLIT_BODY = 1.4;

  /** The parts of a split body stand in wrappers of their own. */
  private static final int TWIN_LEVELS = 3;

  static ContentRoot find(Outline outline) {
    Box best = new ParagraphScores(outline).best();
    if (best == null) {
      return new ContentRoot(outline.top(), "no-prose");
    }
    ContentRoot root = new ContentRoot(best, "paragraph-scores");
    for (Box box : outline.boxes()) {
      if (isNamed(box)) {
        root = root.orNamed(box, best);
      }
    }
    return root.widened(outline);
  }

  /** The smallest box around that is worth clearly more: the body's parts have no common name. */
  private ContentRoot widened(Outline outline) {
    BoxValues values = new BoxValues(outline);
    Box wider = box;
    for (Box around = box.parent(); around != null; around = around.parent()) {
      if (values.of(around) > values.of(wider) * SPLIT_BODY
          && around.proseWords() > wider.proseWords() * SPLIT_BODY) {
        wider = around;
      }
    }
    return wider == box ? withTwins(values, outline) : new ContentRoot(wider, "joined-parts");
  }

  /**
   * The box around, if it holds other boxes of the same signature with more of the text, and not
   * the headline of another article.
   */
  private ContentRoot withTwins(BoxValues values, Outline outline) {
    if (!isNamed(box)) {
      return this;
    }
    Box around = box;
    for (int level = 0; level < TWIN_LEVELS && around.parent() != null; level++) {
      around = around.parent();
      if (around.titles() > 1) {
        return this;
      }
      if (values.of(around) > values.of(box) && hasTwin(around, outline)) {
        return new ContentRoot(around, "split-body");
      }
    }
    return this;
  }

  private boolean hasTwin(Box around, Outline outline) {
    for (int i = around.order(); i < outline.boxes().size(); i++) {
      Box other = outline.boxes().get(i);
      if (!around.holds(other)) {
        return false;
      }
      if (other != box && other.path() == box.path() && other.proseWords() > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(Box box) {
    return (box.marks() & Mark.set(Mark.BODY_NAME, Mark.ARTICLE)) != 0
        && (box.marks() & (Marks.EXCLUDED | Marks.BOXES)) == 0;
  }

  private ContentRoot orNamed(Box named, Box best) {
    boolean narrower =
        named.words() < box.words()
            && box.holds(named)
            && named.proseWords() >= NEARLY_ALL * best.proseWords();
    boolean wider =
        named.holds(box)
            && Mark.BODY_NAME.in(named.marks())
            && named.proseWords() >= SPLIT_BODY * box.proseWords();
    if (narrower) {
      return new ContentRoot(named, "named-box");
    }
    return wider ? new ContentRoot(named, "split-body") : this;
  }
}
