package io.keeling.newsroom.press;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, subheading or quotation of an article, in the little markup of the article files: a
 * line that starts with {@code ## } is a subheading, one with {@code > } a quotation, {@code
 * [words](address)} a link, {@code *words*} emphasis.
 *
 * @param kind what it is
 * @param source the words with their markup
 */
public record Block(Kind kind, String source) {

  /** What a block is. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    QUOTE
  }

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");
  private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");

  /** Reads blocks that are set apart by blank lines. */
  static List<Block> parse(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String part : text.strip().split("\\n\\s*\\n")) {
      String line = part.strip().replaceAll("\\s*\\n\\s*", " ");
      if (line.startsWith("## ")) {
        blocks.add(new Block(Kind.HEADING, line.substring(3)));
      } else if (line.startsWith("> ")) {
        blocks.add(new Block(Kind.QUOTE, line.substring(2)));
      } else if (!line.isEmpty()) {
        blocks.add(new Block(Kind.PARAGRAPH, line));
      }
    }
    return blocks;
  }

  /** The words as a reader sees them. */
  public String text() {
    return EMPHASIS.matcher(LINK.matcher(source).replaceAll("$1")).replaceAll("$1");
  }

  /** The words as HTML, without an element around them. */
  public String html() {
    String escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String linked =
        LINK.matcher(escaped)
            .replaceAll(
                link ->
                    Matcher.quoteReplacement(
                        "<a href=\"" + link.group(2) + "\">" + link.group(1) + "</a>"));
    return EMPHASIS.matcher(linked).replaceAll("<em>$1</em>");
  }

  /** Whether this is a subheading. */
  public boolean heading() {
    return kind == Kind.HEADING;
  }

  /** Whether this is a quotation. */
  public boolean quote() {
    return kind == Kind.QUOTE;
  }

  /** How many words it has. */
  public int words() {
    return text().split("\\s+").length;
  }

  Block replace(String from, String to) {
    return new Block(kind, source.replace(from, to));
  }
}
