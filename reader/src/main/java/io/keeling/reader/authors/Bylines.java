package io.keeling.reader.authors;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the places of a page that look like a byline to readers. */
final class Bylines {

  /**
   * A place that may name the authors.
   *
   * @param texts its texts
   * @param origin the rule that found it
   * @param trusted whether one word is enough for a name
   */
  record Byline(List<String> texts, String origin, boolean trusted) {}

  /** Origin of lines near the headline that begin like bylines. */
  static final String TEXT = "byline-text";

  /** Marks of boxes that name people other than the authors. */
  private static final int ELSEWHERE =
      (Marks.EXCLUDED
              | Mark.set(
                  Mark.COMMENTS,
                  Mark.RELATED,
                  Mark.TEASER,
                  Mark.CAPTION,
                  Mark.FOOTER,
                  Mark.PROMOTION))
          & ~Mark.HIDDEN.bit();

  private static final int LINE_WORDS = 25;
  private static final int HEADING_WORDS = 8;
  private static final int VALUE_WORDS = 14;
  private static final int MOST_LINES = 6;
  private static final int BLOCKS_BELOW = 12;
  private static final int BLOCKS_ABOVE = 6;
  private static final int RIGHT_BELOW = 5;
  private static final int NOWHERE = Integer.MAX_VALUE - RIGHT_BELOW;

  private Bylines() {}

  /** Returns lines around the headline that begin like bylines, nearest first. */
  static List<Byline> lines(Outline outline, @Nullable Block headline) {
    int at = headline == null ? 0 : headline.order();
    List<Block> blocks = outline.blocks();
    List<Block> around =
        new ArrayList<>(
            blocks.subList(
                Math.max(0, at - BLOCKS_ABOVE), Math.min(blocks.size(), at + BLOCKS_BELOW)));
    around.sort(Comparator.comparingInt(block -> distance(block.order(), at)));
    List<Byline> bylines = new ArrayList<>();
    around.forEach(block -> add(blocks, block, at, TEXT, bylines));
    return bylines;
  }

  /** Returns lines above the text and at its start that begin like bylines. */
  static List<Byline> above(Outline outline, List<Block> text) {
    int first = text.isEmpty() ? 0 : text.get(0).order();
    return lines(outline.blocks(), first - BLOCKS_ABOVE, first + 3, NOWHERE, "byline-above-text");
  }

  /** Returns lines that begin like bylines at the start and end of the text and right after it. */
  static List<Byline> aroundText(Outline outline, List<Block> text) {
    if (text.isEmpty()) {
      return List.of();
    }
    int last = text.get(text.size() - 1).order();
    List<Byline> bylines = above(outline, text);
    for (Block block : text) {
      if (block.words() <= LINE_WORDS && BylinePrefix.hasLabel(block.text())) {
        bylines.add(new Byline(List.of(block.text()), "byline-in-text", false));
      }
    }
    bylines.addAll(
        lines(outline.blocks(), last - 3, last + BLOCKS_BELOW, NOWHERE, "byline-below-text"));
    return bylines;
  }

  private static List<Byline> lines(
      List<Block> blocks, int from, int to, int headline, String origin) {
    List<Byline> bylines = new ArrayList<>();
    for (int i = Math.max(0, from); i < Math.min(blocks.size(), to); i++) {
      add(blocks, blocks.get(i), headline, origin, bylines);
    }
    return bylines;
  }

  private static void add(
      List<Block> blocks, Block block, int headline, String origin, List<Byline> bylines) {
    int next = block.order() + 1;
    if (block.words() <= LINE_WORDS
        && (!isElsewhere(block, headline) || isBeside(block, headline) || isCredit(block))
        && AuthorNames.isByline(block.text())
        && (block.kind() != BlockKind.HEADING || isHeading(block))) {
      bylines.add(new Byline(beginningAlike(blocks, block), origin, false));
    }
    if (next < blocks.size() && (BylinePrefix.isLabel(block.text()) || isCreditLabel(block))) {
      addLabelled(block, blocks.get(next), origin, bylines);
    }
  }

  /**
   * Returns a byline and the lines right below it that begin with the same word, as on pages with
   * one line for each author.
   */
  private static List<String> beginningAlike(List<Block> blocks, Block first) {
    List<String> texts = new ArrayList<>(List.of(first.text()));
    int space = first.text().indexOf(' ');
    String word = first.text().substring(0, space + 1);
    for (int i = first.order() + 1; i < blocks.size() && texts.size() < MOST_LINES; i++) {
      Block block = blocks.get(i);
      if (space < 0
          || block.words() > HEADING_WORDS
          || !block.text().startsWith(word)
          || !BylinePrefix.hasPrefix(block.text())
          || !AuthorNames.isNames(block.text())) {
        break;
      }
      texts.add(block.text());
    }
    return texts;
  }

  /**
   * Returns the distance from the headline. It is tripled above the headline, where bylines are
   * rarer and teasers more common.
   */
  static int distance(int order, int headline) {
    return order >= headline ? order - headline : 3 * (headline - order);
  }

  /**
   * Whether a heading is a byline: it announces only a desk, or only names that begin with common
   * given names.
   */
  private static boolean isHeading(Block block) {
    List<String> names = AuthorNames.in(block.text(), false);
    if (block.words() <= HEADING_WORDS && CollectiveNames.isAnnounced(block.text())) {
      return true;
    }
    return block.words() <= HEADING_WORDS
        && BylinePrefix.hasPrefix(block.text())
        && !names.isEmpty()
        && names.stream().allMatch(NameShape::isPlainName);
  }

  /**
   * Whether a line next to the headline announces full names and nothing else. Such a line is a
   * byline, whatever its box is called.
   */
  private static boolean isBeside(Block block, int headline) {
    return Math.abs(block.order() - headline) == 1
        && (block.marks() & (Mark.FIGURE.bit() | Mark.COMMENTS.bit() | Mark.HIDDEN.bit())) == 0
        && block.words() <= HEADING_WORDS
        && BylinePrefix.hasPrefix(block.text())
        && AuthorNames.isNames(block.text());
  }

  /** Whether a line in a box of picture credits labels the writer: "Text: ". */
  private static boolean isCredit(Block block) {
    return isCredits(block)
        && BylinePrefix.hasLabel(block.text())
        && AuthorNames.isNames(block.text());
  }

  /** Whether a block in a box of credits is only a word for written work: "Interview". */
  private static boolean isCreditLabel(Block block) {
    return isCredits(block) && BylineWork.isWritten(block.folded());
  }

  private static boolean isCredits(Block block) {
    int marks = (block.innerMarks() | block.box().inherited()) & ELSEWHERE;
    return marks == Mark.CAPTION.bit() && !Mark.FIGURE.in(block.marks());
  }

  /**
   * Whether a block is where people other than the authors are named. A box of related articles
   * right below the headline does not count.
   */
  static boolean isElsewhere(Block block, int headline) {
    boolean below = block.order() > headline && block.order() <= headline + RIGHT_BELOW;
    int ignored = below ? ELSEWHERE & ~Mark.RELATED.bit() : ELSEWHERE;
    return (block.innerMarks() & ignored) != 0 || isElsewhere(block.box(), ignored);
  }

  /**
   * Whether a box is where people other than the authors are named. The footer of an article does
   * not count.
   */
  static boolean isElsewhere(Box box) {
    return isElsewhere(box, ELSEWHERE);
  }

  private static boolean isElsewhere(Box box, int ignored) {
    int marks = box.inherited() & ignored;
    return marks != 0 && (marks != Mark.FOOTER.bit() || !isArticleFoot(box));
  }

  private static boolean isArticleFoot(Box inner) {
    for (Box box = inner; box != null; box = box.parent()) {
      if (Mark.FOOTER.in(box.marks())) {
        String names = box.element().className();
        return Mark.ARTICLE.in(box.inherited())
            || names.contains("post-")
            || names.contains("entry-")
            || names.contains("article-");
      }
    }
    return false;
  }

  /** Adds the byline below a label in a block of its own: a list term, a heading, a cell. */
  private static void addLabelled(Block label, Block value, String origin, List<Byline> bylines) {
    if (value.words() > VALUE_WORDS) {
      return;
    }
    if ((label.marks() & ELSEWHERE) == 0) {
      bylines.add(new Byline(List.of(label.text() + " " + value.text()), origin, false));
    } else if (isCreditLabel(label) && isCredits(value) && AuthorNames.isNames(value.text())) {
      bylines.add(new Byline(List.of(value.text()), origin, false));
    }
  }
}
