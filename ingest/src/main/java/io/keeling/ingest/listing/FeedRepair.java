package io.keeling.ingest.listing;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Repairs the most frequent faults of feeds, so that a strict parser can read them. Removes text
 * before the root element (blanks, server warnings, document types) and after it, and characters
 * that XML does not allow. Escapes bare ampersands and replaces the named entities of HTML. Needs
 * time linear in the length.
 */
public final class FeedRepair {

  private static final Pattern ROOT =
      Pattern.compile(
          "<((?:[A-Za-z][\\w-]{0,31}:)?(?:rss|feed|RDF|channel))[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));");
  private static final Set<String> KNOWN_TO_XML = Set.of("lt", "gt", "amp", "quot", "apos");
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private FeedRepair() {}

  /** Whether the root element has its end tag. */
  static boolean complete(String text) {
    Matcher root = ROOT.matcher(text);
    return root.find() && end(text, root) > root.start();
  }

  static String repair(String text) {
    return repair(text, ROOT);
  }

  /**
   * Repairs a document with another kind of root element.
   *
   * @param rootTag finds the start tag of its root element, whose name is group 1
   */
  public static String repair(String text, Pattern rootTag) {
    Matcher root = rootTag.matcher(text);
    DeclaredEntities entities = DeclaredEntities.NONE;
    String document = text;
    if (root.find()) {
      entities = DeclaredEntities.in(text.substring(0, root.start()));
      document = rooted(text, root);
    }
    document = allowedOnly(document);
    StringBuilder result = new StringBuilder(document.length() + 64);
    int at = 0;
    while (at < document.length()) {
      int start = document.indexOf(CDATA, at);
      int end = start < 0 ? -1 : document.indexOf(CDATA_END, start);
      if (end < 0) {
        mend(document.substring(at), entities, result);
        break;
      }
      mend(document.substring(at, start), entities, result);
      result.append(document, start, end + CDATA_END.length());
      at = end + CDATA_END.length();
    }
    return result.toString();
  }

  /**
   * Returns the root element alone, up to its last end tag. If the end tag is missing, also drops
   * the text after the last tag, since half an address or date is useless.
   */
  private static String rooted(String text, Matcher root) {
    int end = end(text, root);
    int cut = Math.max(root.end(), text.lastIndexOf('>') + 1);
    return text.substring(root.start(), end > root.start() ? end : cut);
  }

  /** Returns where the last end tag of the root element ends; 0 if there is none. */
  private static int end(String text, Matcher root) {
    String tag = "</" + root.group(1);
    for (int at = text.lastIndexOf(tag); at >= 0; at = text.lastIndexOf(tag, at - 1)) {
      int behind = at + tag.length();
      if (behind == text.length()) {
        return behind;
      }
      if (text.charAt(behind) <= ' ' || text.charAt(behind) == '>') {
        int end = text.indexOf('>', behind);
        return end < 0 ? text.length() : end + 1;
      }
    }
    return 0;
  }

  private static void mend(String markup, DeclaredEntities entities, StringBuilder result) {
    Matcher reference = REFERENCE.matcher(markup);
    int at = 0;
    for (int and = markup.indexOf('&'); and >= 0; and = markup.indexOf('&', at)) {
      result.append(markup, at, and);
      reference.region(and, markup.length());
      if (reference.lookingAt()) {
        result.append(mended(reference, entities));
        at = reference.end();
      } else {
        result.append("&amp;");
        at = and + 1;
      }
    }
    result.append(markup, at, markup.length());
  }

  private static String mended(Matcher reference, DeclaredEntities entities) {
    String name = reference.group(3);
    if (name == null) {
      String decimal = reference.group(1);
      int c =
          decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(reference.group(2), 16);
      return allowed(c) ? reference.group() : "";
    }
    if (KNOWN_TO_XML.contains(name)) {
      return reference.group();
    }
    String declared = entities.value(name);
    if (declared != null) {
      return declared;
    }
    String meaning = Entities.getByName(name);
    return meaning.isEmpty()
        ? "&amp;" + name + ";"
        : meaning.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String allowedOnly(String text) {
    if (text.codePoints().allMatch(FeedRepair::allowed)) {
      return text;
    }
    return text.codePoints()
        .filter(FeedRepair::allowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether XML 1.0 allows the character (production 2). */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x1_0000 && c <= 0x10_FFFF);
  }
}
