package io.keeling.reader.authors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Splits a short box into the texts that markup sets apart. Read as one line, the box would join a
 * name to the date, role or outlet beside it.
 */
final class NamePieces {

  /** Maximum number of nodes read: a byline has few, and a box with more is something else. */
  private static final int MOST_NODES = 120;

  private static final int LONGEST = 80;

  private static final Set<String> SILENT =
      Set.of("svg", "figure", "figcaption", "button", "select", "noscript", "template", "picture");

  /**
   * A piece of text.
   *
   * @param text the text, white space collapsed
   * @param holder the innermost element around it
   */
  record Piece(String text, Element holder) {

    /** Whether another piece has the same markup, as names of one byline do. */
    boolean isLike(Piece other) {
      return holder.normalName().equals(other.holder.normalName())
          && holder.className().equals(other.holder.className());
    }
  }

  private NamePieces() {}

  static List<Piece> of(Element element) {
    List<Piece> pieces = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(element);
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      Node node = open.pop();
      if (node instanceof TextNode text) {
        String piece = text.text().replace('\u00A0', ' ').strip();
        Element holder = text.parent();
        if (!piece.isEmpty() && piece.length() <= LONGEST && holder != null) {
          pieces.add(new Piece(piece, holder));
        }
      } else if (node instanceof Element inner && !SILENT.contains(inner.normalName())) {
        for (int i = inner.childNodeSize() - 1; i >= 0 && open.size() < MOST_NODES; i--) {
          open.push(inner.childNode(i));
        }
      }
    }
    return pieces;
  }
}
