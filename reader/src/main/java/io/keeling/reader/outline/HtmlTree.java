package io.keeling.reader.outline;

import io.keeling.reader.url.CanonicalUrl;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Parses any markup with jsoup, in time linear in its length. */
public final class HtmlTree {

  /**
   * Elements that HTML reopens if they were left open (the list of active formatting elements: HTML
   * Standard, section 13.2.4.3), and templates. They carry looks and links, but no text of their
   * own.
   */
  private static final Pattern WITHOUT_TEXT =
      Pattern.compile(
          "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|template|tt|u)(?=[\\s/>])[^<>]{0,5000}>?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Levels kept of nested elements. At each tag jsoup searches up to 256 open elements, so half a
   * million nested ones took four times as long as ones that were not nested. The deepest of 1,114
   * news pages had 49. A deeper element is put beside its parent, with all its text.
   */
  private static final int DEEPEST = 128;

  /** Maximum number of nodes of a line: bylines, dates, titles and addresses have a dozen. */
  private static final int LINE_NODES = 1_000;

  private static final int LINE_CHARACTERS = 10_000;

  /** Nodes searched for the link of a headline or the headline of a post. */
  private static final int NEAR_NODES = 200;

  private HtmlTree() {}

  /**
   * Parses a page or a part of one.
   *
   * @param base address against which relative links are resolved, or empty
   */
  public static Document parse(String html, String base) {
    Document page = tree(TagNames.cut(html), base);
    if (page.baseUri().length() > CanonicalUrl.LONGEST) {
      page.setBaseUri(base); // else links are resolved against a megabyte
    }
    return page;
  }

  /** Parses XML, well-formed or not. */
  public static Document parseXml(String xml) {
    return parseXml(xml, Parser.xmlParser());
  }

  /** Parses XML with a given parser, well-formed or not. */
  public static Document parseXml(String xml, Parser parser) {
    return parser.parseInput(TagNames.cut(xml), "");
  }

  /**
   * Returns the first element of a kind among the first nodes of an element, which may be that
   * element itself; null if there is none. The limit keeps nested elements from being searched in
   * full each time.
   */
  public static @Nullable Element first(Element within, Evaluator kind) {
    int[] left = {NEAR_NODES};
    @Nullable Element[] found = {null};
    within.filter(
        (node, depth) -> {
          if (node instanceof Element element && kind.matches(within, element)) {
            found[0] = element;
            return FilterResult.STOP;
          }
          return --left[0] < 0 ? FilterResult.STOP : FilterResult.CONTINUE;
        });
    return found[0];
  }

  /**
   * Returns the text of an element as one line, or empty if it is too long for a line. The limit
   * keeps nested elements from being read in full each time.
   */
  public static String line(Element element) {
    int[] left = {LINE_NODES, LINE_CHARACTERS};
    NodeFilter count =
        (node, depth) -> {
          left[0]--;
          left[1] -= node instanceof TextNode text ? text.getWholeText().length() : 0;
          return left[0] < 0 || left[1] < 0 ? FilterResult.STOP : FilterResult.CONTINUE;
        };
    element.filter(count);
    return left[0] < 0 || left[1] < 0 ? "" : spaced(element);
  }

  private static String spaced(Element element) {
    TextRun run = new TextRun();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              run.append(text.getWholeText(), false, false);
            } else {
              edge(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            edge(node);
          }

          private void edge(Node node) {
            if (!(node instanceof Element inner)) {
              return;
            }
            if (inner.isBlock() || inner.normalName().equals("br")) {
              run.space();
            } else if (Tags.SPANS.contains(inner.normalName())) {
              run.edge();
            }
          }
        });
    return run.text();
  }

  private static Document tree(String html, String base) {
    try {
      return parser().parseInput(html, base);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // jsoup 1.24.1 loses count of templates, and of formatting elements left open in a tree
      // deeper than its limit. Without them the page has the same text.
      return parser().parseInput(WITHOUT_TEXT.matcher(html).replaceAll(""), base);
    }
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(DEEPEST);
  }
}
