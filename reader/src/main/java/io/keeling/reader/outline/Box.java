package io.keeling.reader.outline;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One element of a page as the walk saw it: what it is and how much text stands in it. Written by
 * the walk only.
 */
public final class Box {

  private final Element element;
  private final @Nullable Box parent;
  private final int order;
  private final int depth;
  private final long path;

  private int marks;
  private int inherited;
  private int end;
  private int words;
  private int linkWords;
  private int rawProseWords;
  private int proseWords;
  private int proseBlocks;
  private int images;
  private int headings;
  private int titles;

  /** What was last asked for below which box; not asked before the walk has ended. */
  private int below;

  private @Nullable Box outerOfBelow;

  Box(Element element, @Nullable Box parent, int order, int marks, long path) {
    this.element = element;
    this.parent = parent;
    this.order = order;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.marks = marks;
    this.inherited = parent == null ? marks : marks | parent.inherited;
    this.path = path;
    this.end = order;
  }

  public Element element() {
    return element;
  }

  public @Nullable Box parent() {
    return parent;
  }

  public int order() {
    return order;
  }

  public int depth() {
    return depth;
  }

  public int marks() {
    return marks;
  }

  /** Its own marks and those of all boxes around it. */
  public int inherited() {
    return inherited;
  }

  /** The marks of this box and of those between it and a box around it, which is left out. */
  public int marksBelow(Box outer) {
    if (this == outer) {
      return 0;
    }
    if (outerOfBelow != outer) {
      // Asked for each block by each rule; the tree is no deeper than jsoup makes it, 512.
      below = parent == null ? marks : marks | parent.marksBelow(outer);
      outerOfBelow = outer;
    }
    return below;
  }

  /** Hash of tags, classes and ids from here to the top, digits left out. */
  public long path() {
    return path;
  }

  public int words() {
    return words;
  }

  public int linkWords() {
    return linkWords;
  }

  /** Words of those blocks in it that read as prose and stand in no box that excludes them. */
  public int proseWords() {
    return proseWords;
  }

  /** Number of those blocks. */
  public int proseBlocks() {
    return proseBlocks;
  }

  public int images() {
    return images;
  }

  /** Share of its words that stand in links. */
  public double linkShare() {
    return words == 0 ? 0 : (double) linkWords / words;
  }

  public String tag() {
    return element.normalName();
  }

  /** Its text as one line; empty if it holds more than any line does. */
  public String text() {
    return HtmlTree.line(element);
  }

  /** Whether the other box is this one or stands inside it. */
  public boolean holds(Box other) {
    return other.order >= order && other.order <= end;
  }

  /** Whether the block stands inside this box. */
  public boolean holds(Block block) {
    return holds(block.box());
  }

  /** Words of all blocks in it that read as prose, wherever they stand. */
  public int rawProseWords() {
    return rawProseWords;
  }

  /** Whether it holds sentences, and neither a link nor a heading: it leads nowhere. */
  boolean isPlainProse() {
    return linkWords == 0 && headings == 0 && rawProseWords > 0;
  }

  /** Number of headings of the first rank in it. */
  public int titles() {
    return titles;
  }

  /** Called by the walk when the element ends: all sums of what is inside are final. */
  void close(int lastOrder) {
    end = lastOrder;
    if (parent != null) {
      parent.words += words;
      parent.linkWords += linkWords;
      parent.rawProseWords += rawProseWords;
      parent.images += images;
      parent.headings += headings;
      parent.titles += titles;
    }
  }

  void countImage() {
    images++;
  }

  void count(Block block) {
    words += block.words();
    linkWords += block.linkWords();
    rawProseWords += block.isProse() ? block.words() : 0;
    headings += block.kind() == BlockKind.HEADING ? 1 : 0;
    titles += block.box().tag().equals("h1") ? 1 : 0;
  }

  /** Takes marks away that the box's content belies, then passes the rest on to the inside. */
  void settle(int withoutMarks) {
    marks &= ~withoutMarks;
    inherited = parent == null ? marks : marks | parent.inherited;
  }

  void mark(Mark mark) {
    marks |= mark.bit();
    inherited |= mark.bit();
  }

  /** Passes the mark of other stories on to what stands inside, the outer box first. */
  void inheritTeaser() {
    inherited |= parent == null ? 0 : parent.inherited & Mark.TEASER.bit();
  }

  void clearProse() {
    proseWords = 0;
    proseBlocks = 0;
  }

  void countProse(Block block) {
    proseWords += block.words();
    proseBlocks++;
  }

  void passProseOn() {
    if (parent != null) {
      parent.proseWords += proseWords;
      parent.proseBlocks += proseBlocks;
    }
  }
}
