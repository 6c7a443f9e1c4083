package io.keeling.ingest.listing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Mends feeds that are not well-formed XML, as browsers mend HTML. Stateless. */
final class FeedRepair {

  private static final Pattern DOCTYPE =
      Pattern.compile(
          "<!DOCTYPE[^>\\[]*(\\[.*?\\]\\s*)?>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:\\?xml|rss|feed|rdf:RDF|channel|[a-z]+:feed)[\\s>]", Pattern.CASE_INSENSITIVE);

  /** A reference to a named entity, or an ampersand that is none. */
  private static final Pattern AMPERSAND =
      Pattern.compile("&(?:(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}))?(;?)");

  private static final Pattern NOT_XML =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[.*?]]>", Pattern.DOTALL);
  private static final Pattern XML_ENTITIES = Pattern.compile("amp|lt|gt|quot|apos");

  private FeedRepair() {}

  /**
   * Takes away what stands before the feed, its document type, and characters XML does not know.
   */
  static String withoutProlog(String text) {
    Matcher root = ROOT.matcher(text);
    String feed = root.find() ? text.substring(root.start()) : text;
    return NOT_XML.matcher(DOCTYPE.matcher(feed).replaceFirst("")).replaceAll("");
  }

  /** Resolves HTML's named entities and escapes bare ampersands, outside CDATA. */
  static String repaired(String xml) {
    StringBuilder result = new StringBuilder(xml.length() + 64);
    Matcher cdata = CDATA.matcher(xml);
    int from = 0;
    while (cdata.find()) {
      result.append(references(xml.substring(from, cdata.start()))).append(cdata.group());
      from = cdata.end();
    }
    return result.append(references(xml.substring(from))).toString();
  }

  private static String references(String xml) {
    return AMPERSAND
        .matcher(xml)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    reference(match.group(), match.group(1), match.group(2), match.group(3))));
  }

  private static String reference(String whole, String number, String name, String semicolon) {
    if (semicolon.isEmpty() || (number == null && name == null)) {
      return "&amp;" + whole.substring(1);
    }
    if (number != null || XML_ENTITIES.matcher(name).matches()) {
      return whole;
    }
    String meaning = Entities.getByName(name);
    return meaning.isEmpty() ? "&amp;" + whole.substring(1) : meaning;
  }

  /** Parses as leniently as jsoup does and writes what it understood: the last resort. */
  static String rebuilt(String xml) {
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    document.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
    document.outputSettings().escapeMode(Entities.EscapeMode.xhtml);
    return document.outerHtml();
  }
}
