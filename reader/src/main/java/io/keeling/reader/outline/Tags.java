package io.keeling.reader.outline;

import io.keeling.reader.wording.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Classifies tags, after the HTML Living Standard, section 15 (rendering). */
final class Tags {

  /** Tags whose text is not shown, or only as a control. */
  static final Set<String> SILENT = WordList.load("words/silent-element.txt");

  /** Tags that start a new line. */
  static final Set<String> BLOCK = WordList.load("words/block-element.txt");

  /** Inline tags that usually hold a text of their own rather than part of a word. */
  static final Set<String> SPANS =
      set("span", "a", "time", "cite", "small", "label", "strong", "b", "em", "i");

  static final Set<String> EMPHASIS = set("b", "strong", "i", "em");

  private Tags() {}

  /** Returns a hash set, twice as fast as {@link Set#of}: each element needs several look-ups. */
  private static Set<String> set(String... tags) {
    return new HashSet<>(List.of(tags));
  }

  static BlockKind kind(String tag) {
    return switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> BlockKind.HEADING;
      case "p" -> BlockKind.PARAGRAPH;
      case "li", "dd", "dt" -> BlockKind.LIST_ITEM;
      case "td", "th" -> BlockKind.CELL;
      case "pre" -> BlockKind.PREFORMATTED;
      default -> BlockKind.LOOSE;
    };
  }

  static int marks(String tag) {
    return switch (tag) {
      case "nav" -> Mark.NAVIGATION.bit();
      case "dialog" -> Mark.DIALOG.bit();
      case "menu" -> Mark.NAVIGATION.bit();
      case "noscript" -> Mark.NOSCRIPT.bit();
      case "form" -> Mark.FORM.bit();
      case "aside" -> Mark.ASIDE.bit();
      case "header" -> Mark.HEADER.bit();
      case "footer" -> Mark.FOOTER.bit();
      case "figure" -> Mark.FIGURE.bit();
      case "figcaption" -> Mark.CAPTION.bit();
      case "blockquote" -> Mark.QUOTE.bit();
      case "article", "main" -> Mark.ARTICLE.bit();
      default -> 0;
    };
  }
}
