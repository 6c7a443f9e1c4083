package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final int ELSEWHERE =
      (Marks.EXCLUDED
              | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.CAPTION, Mark.FOOTER, Mark.PROMOTION)) & ~Mark.HIDDEN.bit();

  private static final int MOST_BOXES = 40;
  private static final int LONGEST = 250;
  private static final int LINE_WORDS = 25;
  private static final int BLOCKS_BELOW = 12;
  private static final int BLOCKS_ABOVE = 6;

  private Bylines() {}

  static List<Byline> of(Outline outline, @Nullable Block headline) {
    List<Byline> bylines = new ArrayList<>();
    int top = headline == null ? 0 : headline.box().order();
    List<Box> boxes = new ArrayList<>(outline.bylines());
    boxes.removeIf(box -> (box.inherited() & ELSEWHERE) != 0);
    boxes.sort(Comparator.comparingInt(box -> distance(box.order(), top)));
    add(bylines, boxes, "item", Bylines::isItem, true);
    add(bylines, boxes, "rel-author", Bylines::isRelation, true);
    lines(outline, headline, bylines);
    add(bylines, boxes, "byline-box", box -> Mark.BYLINE.in(box.marks()), false);
    return bylines;
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

  private static void add(
      List<Byline> bylines,
      List<Box> boxes,
      String origin,
      java.util.function.Predicate<Box> place,
      boolean trusted) {
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

  private static void lines(Outline outline, @Nullable Block headline, List<Byline> bylines) {
    int at = headline == null ? 0 : headline.order();
    int last = Math.min(outline.blocks().size(), at + BLOCKS_BELOW);
    for (int i = Math.max(0, at - BLOCKS_ABOVE); i < last; i++) {
      Block block = outline.blocks().get(i);
      if (block != headline
          && block.words() <= LINE_WORDS
          && (block.marks() & ELSEWHERE) == 0
          && AuthorNames.hasPrefix(block.text())) {
        bylines.add(new Byline(List.of(block.text()), "byline-text", false));
      }
    }
  }
}
