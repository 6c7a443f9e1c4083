package io.keeling.reader.structured;

import io.keeling.reader.outline.HtmlTree;
import java.util.regex.Pattern;

/** Reads texts in JSON-LD, with or without markup in them. */
public final class DeclaredText {

  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\u00A0]+");
  private static final Pattern BREAKS = Pattern.compile(" ?\\n[\\n ]*");

  private DeclaredText() {}

  /** Returns the text without markup, its lines unchanged. */
  public static String plain(String text) {
    return text.indexOf('<') >= 0 ? HtmlTree.parse(text, "").wholeText() : text;
  }

  public static String paragraphs(String plain) {
    return BREAKS.matcher(SPACES.matcher(plain.strip()).replaceAll(" ")).replaceAll("\n\n");
  }
}
