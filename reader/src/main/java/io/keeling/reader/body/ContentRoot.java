package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import org.jspecify.annotations.Nullable;

/**
 * The box that holds the article.
 *
 * @param box the box
 * @param rule how it was found
 */
record ContentRoot(Box box, String rule) {

  private static final double NEARLY_ALL = 0.8;

  /** Factor by which a wider box must exceed this one to be a body in several parts. */
  private static final double SPLIT_BODY = 1.4;

  /** Name of the rule for the article around the headline, used where a sidebar is longer. */
  static final String OF_HEADLINE = "article-of-headline";

  /**
   * Minimum prose around the headline, relative to the longest text on the page. Below it, the
   * longest text is taken as the article.
   */
  private static final double SHARE_OF_SIDEBAR = 0.25;

  /** Minimum number of words of prose below a headline; fewer may be only its standfirst. */
  private static final int SHORT_ARTICLE = 30;

  /** Levels searched outward for other parts of a split body, which may have wrappers. */
  private static final int TWIN_LEVELS = 3;

  /**
   * Finds the content root.
   *
   * @param headline the block of the headline, or null
   */
  static ContentRoot find(Outline outline, @Nullable Block headline) {
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
    ContentRoot widened = root.widened(outline);
    Box own = headline == null ? null : articleOf(headline, widened.box());
    return own == null ? widened : new ContentRoot(own, OF_HEADLINE);
  }

  /**
   * Returns the article around the headline, if it has enough prose and does not hold the best box,
   * which is then a sidebar longer than the article. Else returns null.
   */
  private static @Nullable Box articleOf(Block headline, Box best) {
    for (Box box = headline.box(); box != null && !box.holds(best); box = box.parent()) {
      if (box.proseWords() >= SHORT_ARTICLE
          && box.proseWords() >= SHARE_OF_SIDEBAR * best.proseWords()
          && isNamed(box)
          && !best.holds(box)) {
        return box;
      }
    }
    return null;
  }

  /**
   * Returns an ancestor whose value is clearly higher, as the parts of a body may have no common
   * name. If there is none, looks for parts with the same path.
   */
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
   * Returns an ancestor that holds boxes with the same path and more of the text, unless it also
   * holds the headline of another article.
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
