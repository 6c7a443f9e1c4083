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
    return wider == box ? this : new ContentRoot(wider, "joined-parts");
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
