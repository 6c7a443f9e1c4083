package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.BlockKind;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the places of a page that readers take for its byline. Stateless. */
final class Bylines {

  /**
   * A place that may name the authors.
   *
   * @param texts its texts
   * @param origin the rule that found it
   * @param trusted whether one word is enough for a name
   */
  record Byline(List<String> texts, String origin, boolean trusted) {}

  /** Origin of lines near the headline that begin as bylines do. */
  static final String TEXT = "byline-text";

  private static final int ELSEWHERE =
      (Marks.EXCLUDED
              | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.CAPTION, Mark.FOOTER, Mark.PROMOTION))
          & ~Mark.HIDDEN.bit();

  private static final int MOST_BOXES = 40;
  private static final int LONGEST = 250;
  private static final int LINE_WORDS = 25;
  private static final int BLOCKS_BELOW = 12;
  private static final int BLOCKS_ABOVE = 6;
  private static final int RIGHT_BELOW = 5;
  private static final int NOWHERE = Integer.MAX_VALUE - RIGHT_BELOW;

  private Bylines() {}

  /** Places that markup declares to hold authors. */
  static List<Byline> marked(Outline outline, @Nullable Block headline) {
    List<Box> boxes = boxes(outline, headline);
    List<Byline> bylines = new ArrayList<>();
    add(bylines, boxes, "microdata:author", Bylines::isItem, true);
    add(bylines, boxes, "rel-author", Bylines::isRelation, true);
    return bylines;
  }

  /** Places whose class or link says that they hold authors. */
  static List<Byline> named(Outline outline, @Nullable Block headline) {
    List<Box> boxes = boxes(outline, headline);
    List<Byline> bylines = new ArrayList<>();
    add(bylines, boxes, "author-link", Bylines::isLink, false);
    add(bylines, boxes, "byline-box", box -> Mark.BYLINE.in(box.marks()), false);
    return bylines;
  }

  private static List<Box> boxes(Outline outline, @Nullable Block headline) {
    int top = headline == null ? 0 : headline.box().order();
    List<Box> boxes = new ArrayList<>(outline.bylines());
    boxes.removeIf(box -> (box.inherited() & ELSEWHERE) != 0);
    boxes.sort(Comparator.comparingInt(box -> distance(box.order(), top)));
    return boxes;
  }

  /** Bylines stand below the headline more often than above. */
  private static int distance(int order, int top) {
    return order >= top ? order - top : 3 * (top - order);
  }

  private static boolean isItem(Box box) {
    return box.element().attr("itemprop").contains("author")
        || box.element().attr("itemprop").contains("creator");
  }

  private static boolean isRelation(Box box) {
    return box.element().attr("rel").contains("author");
  }

  private static boolean isLink(Box box) {
    return box.tag().equals("a");
  }

  private static void add(
      List<Byline> bylines, List<Box> boxes, String origin, Predicate<Box> place, boolean trusted) {
    int seen = 0;
    for (Box box : boxes) {
      if (place.test(box) && seen < MOST_BOXES) {
        seen++;
        List<String> texts = new ArrayList<>();
        for (Box other : boxes) {
          if (other.path() == box.path() && place.test(other) && texts.size() < 6) {
            String text = text(other);
            if (!text.isEmpty() && text.length() <= LONGEST) {
              texts.add(text);
            }
          }
        }
        bylines.add(new Byline(texts, origin, trusted));
      }
    }
  }

  private static String text(Box box) {
    if (box.words() > 60) {
      return "";
    }
    String content = box.element().attr("content");
    return content.isEmpty() ? box.element().text() : content;
  }

  /** Lines around the headline that begin as bylines do. */
  static List<Byline> lines(Outline outline, @Nullable Block headline) {
    int at = headline == null ? 0 : headline.order();
    return lines(outline.blocks(), at - BLOCKS_ABOVE, at + BLOCKS_BELOW, at, TEXT);
  }

  /** Such lines at the beginning and the end of the text and right behind it. */
  static List<Byline> aroundText(Outline outline, List<Block> text) {
    if (text.isEmpty()) {
      return List.of();
    }
    int first = text.get(0).order();
    int last = text.get(text.size() - 1).order();
    List<Byline> bylines =
        lines(outline.blocks(), first - BLOCKS_ABOVE, first + 3, NOWHERE, "byline-above-text");
    bylines.addAll(
        lines(outline.blocks(), last - 3, last + BLOCKS_BELOW, NOWHERE, "byline-below-text"));
    return bylines;
  }

  private static List<Byline> lines(
      List<Block> blocks, int from, int to, int headline, String origin) {
    List<Byline> bylines = new ArrayList<>();
    for (int i = Math.max(0, from); i < Math.min(blocks.size(), to); i++) {
      Block block = blocks.get(i);
      if (block.words() <= LINE_WORDS
          && !isElsewhere(block, headline)
          && block.kind() != BlockKind.HEADING
          && AuthorNames.isByline(block.text())) {
        bylines.add(new Byline(List.of(block.text()), origin, false));
      }
    }
    return bylines;
  }

  /** Names of boxes are believed less right below the headline. */
  private static boolean isElsewhere(Block block, int headline) {
    boolean below = block.order() > headline && block.order() <= headline + RIGHT_BELOW;
    int ignored = below ? ELSEWHERE & ~Mark.RELATED.bit() : ELSEWHERE;
    return (block.marks() & ignored) != 0;
  }
}
