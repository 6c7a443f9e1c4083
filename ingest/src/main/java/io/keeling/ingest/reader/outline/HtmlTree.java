package io.keeling.ingest.reader.outline;

import io.keeling.ingest.url.CanonicalUrl;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML with jsoup, whatever it holds. Stateless; threads may share it. */
public final class HtmlTree {

  /**
   * Elements that HTML opens again where they were left open (the list of active formatting
   * elements: HTML Standard, section 13.2.4.3). They carry looks and links, no text of their own.
   */
  private static final Pattern FORMATTING =
      Pattern.compile(
          "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])[^<>]{0,5000}>?",
          Pattern.CASE_INSENSITIVE);

  private HtmlTree() {}

  /**
   * Parses a page or a part of one.
   *
   * @param base address that relative links are resolved against; empty for none
   */
  public static Document parse(String html, String base) {
    Document page = tree(html, base);
    if (page.baseUri().length() > CanonicalUrl.LONGEST) {
      page.setBaseUri(base); // each link would be resolved against a megabyte
    }
    return page;
  }

  private static Document tree(String html, String base) {
    try {
      return Parser.htmlParser().parseInput(html, base);
    } catch (IndexOutOfBoundsException e) {
      // jsoup 1.24.1 loses count of formatting elements left open in a tree deeper than its limit
      // of 512. Without them the page has the same text.
      return Parser.htmlParser().parseInput(FORMATTING.matcher(html).replaceAll(""), base);
    }
  }
}
