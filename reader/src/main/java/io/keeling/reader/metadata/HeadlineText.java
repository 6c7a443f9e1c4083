package io.keeling.reader.metadata;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Removes the kicker, which names a subject or a series, from the beginning of a heading if markup
 * sets it apart. Other evidence must confirm it: the element's name, or a title without it in the
 * metadata.
 */
final class HeadlineText {

  private static final Set<String> KICKERS = WordList.load("names/kicker.txt");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

  /** Longest kicker, in words. */
  private static final int KICKER_WORDS = 6;

  /** Shortest headline, in words. */
  private static final int LEAST_WORDS = 3;

  /** Maximum number of nodes read of a heading. */
  private static final int MOST_NODES = 60;

  private HeadlineText() {}

  /**
   * Returns the headline in a heading.
   *
   * @param titles titles in the metadata, folded
   */
  static String of(Block heading, List<String> titles) {
    Element element = heading.box().element();
    String whole = heading.text();
    if (!HtmlTree.line(element).equals(whole)) {
      return whole;
    }
    List<TextNode> pieces = new ArrayList<>();
    collect(element, pieces, new int[] {MOST_NODES});
    int end = 0;
    for (int i = 0; i + 1 < pieces.size(); i++) {
      String piece = pieces.get(i).text().strip();
      int at = whole.indexOf(piece, end);
      if (piece.isEmpty() || at < 0) {
        continue;
      }
      end = at + piece.length();
      String kicker = whole.substring(0, end);
      String rest = whole.substring(end).replaceAll("^[\\s:|/\u2013\u2014-]+", "");
      if (words(kicker) > KICKER_WORDS || words(rest) < LEAST_WORDS) {
        break;
      }
      if (isNamed(pieces.get(i), element) || isTitleWithout(rest, kicker, titles)) {
        return rest;
      }
    }
    return whole;
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  /**
   * Whether a title in the metadata begins with the heading's text after the kicker, and no title
   * begins with both.
   */
  private static boolean isTitleWithout(String rest, String kicker, List<String> titles) {
    String folded = Folded.of(rest);
    String both = Folded.of(kicker + " " + rest);
    boolean without = false;
    for (String title : titles) {
      if (title.startsWith(both)) {
        return false;
      }
      without |= title.equals(folded) || title.startsWith(folded + " ");
    }
    return without;
  }

  private static void collect(Node node, List<TextNode> pieces, int[] left) {
    for (Node child : node.childNodes()) {
      if (left[0]-- <= 0) {
        return;
      }
      if (child instanceof TextNode text) {
        pieces.add(text);
      } else {
        collect(child, pieces, left);
      }
    }
  }

  private static boolean isNamed(TextNode piece, Element heading) {
    for (Node around = piece.parent();
        around instanceof Element element;
        around = element.parent()) {
      if (element.equals(heading)) {
        return false;
      }
      for (String word : NOT_LETTERS.split(element.className().toLowerCase(Locale.ROOT))) {
        if (KICKERS.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
