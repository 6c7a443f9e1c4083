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

/** Parses markup with jsoup, whatever it holds, in time that grows with its length only. */
public final class HtmlTree {

  /**
   * Elements that HTML opens again where they were left open (the list of active formatting
   * elements: HTML Standard, section 13.2.4.3), and templates. They carry looks and links, no text
   * of their own.
   */
  private static final Pattern WITHOUT_TEXT =
      Pattern.compile(
          "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|template|tt|u)(?=[\\s/>])[^<>]{0,5000}>?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Elements of HTML may be open within each other. At each tag jsoup looks through up to 256 that
   * are open, so half a million that nest took four times as long as others. The deepest of 1,114
   * pages of news had 49; what is deeper comes beside its parent, with all its text.
   */
  private static final int DEEPEST = 128;

  /** Bylines, dates, titles and addresses have a dozen nodes. */
  private static final int LINE_NODES = 1_000;

  private static final int LINE_CHARACTERS = 10_000;

  /** Nodes within which a headline and its link, or a post and its headline, stand. */
  private static final int NEAR_NODES = 200;

  private HtmlTree() {}

  /**
   * Parses a page or a part of one.
   *
   * @param base address that relative links are resolved against; empty for none
   */
  public static Document parse(String html, String base) {
    Document page = tree(TagNames.cut(html), base);
    if (page.baseUri().length() > CanonicalUrl.LONGEST) {
      page.setBaseUri(base); // each link would be resolved against a megabyte
    }
    return page;
  }

  /** Parses XML, well-formed or not. */
  public static Document parseXml(String xml) {
    return parseXml(xml, Parser.xmlParser());
  }

  /** As above, by a parser of XML with settings of its own. */
  public static Document parseXml(String xml, Parser parser) {
    return parser.parseInput(TagNames.cut(xml), "");
  }

  /**
   * The first element of a kind among the first nodes of another, which may be it itself; null
   * where none is near. Where elements nest, or one holds most of a page, each look would go
   * through all of it.
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
   * The text of an element as one line; empty if it holds more than any line does. Where elements
   * nest, each would be read to its end.
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
      // jsoup 1.24.1 loses count of formatting elements left open in a tree deeper than its limit,
      // and of templates. Without them the page has the same text.
      return parser().parseInput(WITHOUT_TEXT.matcher(html).replaceAll(""), base);
    }
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(DEEPEST);
  }
}
