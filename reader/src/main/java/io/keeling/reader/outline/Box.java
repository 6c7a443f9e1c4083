package io.keeling.reader.outline;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One element of a page as the walk saw it: its marks and the amount of text in it. Changed only
 * within this package.
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

  /** Last result of {@link #marksBelow} and the box it was for; unused until the walk ends. */
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

  /** Returns the marks of this box and of all boxes around it. */
  public int inherited() {
    return inherited;
  }

  /** Returns the marks of this box and of those between it and an outer box, without that box's. */
  public int marksBelow(Box outer) {
    if (this == outer) {
      return 0;
    }
    if (outerOfBelow != outer) {
      // Cached, as each rule asks for each block. The tree's limited depth bounds the recursion.
      below = parent == null ? marks : marks | parent.marksBelow(outer);
      outerOfBelow = outer;
    }
    return below;
  }

  /** Returns a hash of the tags, classes and ids from here to the top, without digits. */
  public long path() {
    return path;
  }

  public int words() {
    return words;
  }

  public int linkWords() {
    return linkWords;
  }

  /** Returns the words of the prose blocks in this box that are in no excluding box. */
  public int proseWords() {
    return proseWords;
  }

  /** Returns the number of the blocks that {@link #proseWords} counts. */
  public int proseBlocks() {
    return proseBlocks;
  }

  public int images() {
    return images;
  }

  /** Returns the share of this box's words that are in links. */
  public double linkShare() {
    return words == 0 ? 0 : (double) linkWords / words;
  }

  public String tag() {
    return element.normalName();
  }

  /** Returns the text of this box as one line; empty if it is too long for a line. */
  public String text() {
    return HtmlTree.line(element);
  }

  /** Whether the other box is this one or is inside it. */
  public boolean holds(Box other) {
    return other.order >= order && other.order <= end;
  }

  /** Whether the block is inside this box. */
  public boolean holds(Block block) {
    return holds(block.box());
  }

  /** Returns the words of all prose blocks in this box, those in excluding boxes too. */
  public int rawProseWords() {
    return rawProseWords;
  }

  /** Whether this box holds prose without links and headings, and so leads nowhere. */
  boolean isPlainProse() {
    return linkWords == 0 && headings == 0 && rawProseWords > 0;
  }

  /** Returns the number of {@code h1} headings in this box. */
  public int titles() {
    return titles;
  }

  /** Called by the walk at the end of the element, when all sums inside it are final. */
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

  /** Removes marks that the box's content disproves, then updates the inherited marks. */
  void settle(int withoutMarks) {
    marks &= ~withoutMarks;
    inherited = parent == null ? marks : marks | parent.inherited;
  }

  void mark(Mark mark) {
    marks |= mark.bit();
    inherited |= mark.bit();
  }

  /** Inherits the mark of other stories from the parent, which must have inherited it already. */
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
