package io.keeling.reader.authors;

import io.keeling.reader.authors.Bylines.Byline;
import io.keeling.reader.authors.NamePieces.Piece;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the boxes marked as authors by markup, class or link, nearest to the headline first. Used
 * only by the thread that reads the page.
 */
final class AuthorBoxes {

  private static final int MOST_BOXES = 40;
  private static final int MOST_TEXTS = 6;
  private static final int LONGEST = 250;
  private static final int BYLINE_WORDS = 60;

  /**
   * Longest biography, in words. A biography begins with the author's name; longer boxes are not
   * biographies.
   */
  private static final int BIOGRAPHY_WORDS = 250;

  /** Maximum number of boxes between headline and byline: share bars, dates, a standfirst. */
  private static final int NEAR = 60;

  private static final int LEAD = 3;

  /** Class names of byline parts that are not the author: "byline__location". */
  private static final Pattern OTHER_PART =
      Pattern.compile("[_-](?:location|locality|place|dateline|city|views|comments?)(?![a-z])");

  private static final int ONLY_CHILDREN = 3;

  private static final int PROSE_WORDS = 25;
  private static final int ANNOUNCED_WORDS = 16;

  /** Maximum number of boxes between two names of one byline. */
  private static final int SAME_BYLINE = 16;

  private final List<Box> boxes;
  private final int top;
  private final int end;

  AuthorBoxes(Outline outline, @Nullable Block headline) {
    top = headline == null ? 0 : headline.box().order();
    end = headline == null ? 0 : proseBelow(outline, headline);
    boxes = new ArrayList<>(outline.bylines());
    boxes.removeIf(box -> Bylines.isElsewhere(box) || isOther(box));
    boxes.sort(Comparator.comparingInt(box -> distance(box.order())));
  }

  /**
   * Whether a box, or the only child in it, has the class of a byline part other than the author.
   */
  private static boolean isOther(Box box) {
    Element element = box.element();
    for (int level = 0; level < ONLY_CHILDREN; level++) {
      String name = element.className();
      if (!name.isEmpty()
          && name.length() <= LONGEST
          && OTHER_PART.matcher(name.toLowerCase(Locale.ROOT)).find()) {
        return true;
      }
      Element only = element.firstElementChild();
      if (only == null || only.nextElementSibling() != null || !element.ownText().isBlank()) {
        return false;
      }
      element = only;
    }
    return false;
  }

  private int distance(int order) {
    return Bylines.distance(order, top);
  }

  private boolean isNear(Box box) {
    return box.order() < end && distance(box.order()) <= NEAR;
  }

  /** Returns the order of the third paragraph below the headline, by which the text has begun. */
  private static int proseBelow(Outline outline, Block headline) {
    int prose = 0;
    for (int i = headline.order() + 1; i < outline.blocks().size(); i++) {
      Block block = outline.blocks().get(i);
      prose += block.isProse() ? 1 : 0;
      if (prose == LEAD) {
        return block.box().order();
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Returns the boxes that markup declares to hold authors. */
  List<Byline> marked() {
    List<Byline> bylines = new ArrayList<>();
    add(bylines, "microdata:author", AuthorBoxes::isItem, true);
    add(bylines, "rel-author", box -> box.element().attr("rel").contains("author"), true);
    return bylines;
  }

  /** Returns the boxes near the headline whose class or link marks them as authors. */
  List<Byline> near() {
    List<Byline> bylines = new ArrayList<>();
    add(bylines, "author-link-near", box -> isLink(box) && isNear(box) && !isInProse(box), true);
    add(bylines, "byline-box-near", box -> Mark.BYLINE.in(box.marks()) && isNear(box), true);
    return bylines;
  }

  /** Returns the boxes anywhere on the page whose class or link marks them as authors. */
  List<Byline> named() {
    List<Byline> bylines = new ArrayList<>();
    add(bylines, "byline-box-announced", AuthorBoxes::isAnnounced, false);
    add(bylines, "author-link", box -> isLink(box) && !isInProse(box), false);
    add(bylines, "byline-box", box -> Mark.BYLINE.in(box.marks()), false);
    return bylines;
  }

  private static boolean isItem(Box box) {
    String item = box.element().attr("itemprop");
    return item.contains("author") || item.contains("creator");
  }

  private static boolean isLink(Box box) {
    return box.tag().equals("a");
  }

  /** Whether a link is in a sentence, and so leads to a person whom the article is about. */
  private static boolean isInProse(Box box) {
    Box outer = box.parent();
    return outer != null && outer.tag().equals("p") && outer.words() > PROSE_WORDS;
  }

  /** Whether a box holds a prefix such as "by", full names, and little else. */
  private static boolean isAnnounced(Box box) {
    if (!Mark.BYLINE.in(box.marks()) || box.words() > ANNOUNCED_WORDS) {
      return false;
    }
    String text = box.text();
    return BylinePrefix.hasPrefix(text) && AuthorNames.isNames(text);
  }

  private void add(List<Byline> bylines, String origin, Predicate<Box> place, boolean trusted) {
    int seen = 0;
    for (Box box : boxes) {
      if (place.test(box) && seen++ < MOST_BOXES && (trusted || !isOneOfMany(box))) {
        bylines.addAll(read(box, origin, place, trusted));
      }
    }
  }

  /** Whether similar boxes are in other containers and so name the authors of other articles. */
  private boolean isOneOfMany(Box box) {
    if (isNear(box) || box.words() > BYLINE_WORDS) {
      return false;
    }
    for (Box other : boxes) {
      if (other.path() == box.path()
          && other.parent() != box.parent()
          && other.words() <= BYLINE_WORDS
          && !other.text().equals(box.text())) {
        return true;
      }
    }
    return false;
  }

  private List<Byline> read(Box box, String origin, Predicate<Box> place, boolean trusted) {
    Set<String> pieces = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    int last = box.order();
    for (Box other : boxes) {
      if (other.path() == box.path()
          && place.test(other)
          && texts.size() < MOST_TEXTS
          && Math.abs(other.order() - last) <= SAME_BYLINE) {
        last = other.order();
        pieces.addAll(pieces(other));
        String text = text(other);
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
    List<Byline> read = new ArrayList<>();
    if (!pieces.isEmpty()) {
      read.add(new Byline(List.copyOf(pieces), origin, trusted));
    }
    read.add(new Byline(texts, origin, trusted));
    return read;
  }

  private static String text(Box box) {
    String content = box.element().attr("content");
    if (!content.isEmpty()) {
      return content.length() <= LONGEST ? content : "";
    }
    if (box.words() > BYLINE_WORDS) {
      return "";
    }
    String text = BylinePrefix.withoutBoxPrefix(box.text());
    return text.length() <= LONGEST ? text : "";
  }

  /** Returns the first full name that has markup of its own, and the names with the same markup. */
  private static List<String> pieces(Box box) {
    if (box.words() > BIOGRAPHY_WORDS || box.element().childNodeSize() == 0) {
      return List.of();
    }
    List<Piece> pieces = NamePieces.of(box.element());
    if (pieces.size() < 2) {
      return List.of();
    }
    Piece first = null;
    List<String> names = new ArrayList<>();
    for (Piece piece : pieces) {
      String text = BylinePrefix.withoutBoxPrefix(piece.text());
      if (first == null ? AuthorNames.isNames(text) : piece.isLike(first)) {
        if (first == null && isBetter(pieces, piece)) {
          continue;
        }
        first = first == null ? piece : first;
        if (names.size() < MOST_TEXTS && AuthorNames.isNames(text)) {
          names.add(text);
        }
      }
    }
    return names;
  }

  /** Whether a later piece is a linked name, while this piece has no link. */
  private static boolean isBetter(List<Piece> pieces, Piece piece) {
    if (isLinked(piece.holder())) {
      return false;
    }
    return pieces.stream()
        .anyMatch(other -> isLinked(other.holder()) && AuthorNames.isNames(other.text()));
  }

  private static boolean isLinked(Element element) {
    return element.normalName().equals("a")
        || (element.parent() != null && element.parent().normalName().equals("a"));
  }
}
