package io.keeling.reader.structured;

import io.keeling.reader.outline.HtmlTree;
import java.util.regex.Pattern;

/** Texts as JSON-LD gives them, with or without markup in them. */
public final class DeclaredText {

  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\u00A0]+");
  private static final Pattern BREAKS = Pattern.compile(" ?\\n[\\n ]*");

  private DeclaredText() {}

  /** The text without markup, lines as they are. */
  public static String plain(String text) {
    return text.indexOf('<') >= 0 ? HtmlTree.parse(text, "").wholeText() : text;
  }

  public static String paragraphs(String plain) {
    return BREAKS.matcher(SPACES.matcher(plain.strip()).replaceAll(" ")).replaceAll("\n\n");
  }
}
