package io.keeling.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A passage of an article with its matches of a query.
 *
 * @param text the passage
 * @param matches where it matches, in order, in UTF-16 code units
 */
public record Excerpt(String text, List<Match> matches) {

  /** Begins a match: a control character that no article contains. */
  public static final char OPEN = '\u0002';

  /** Ends a match. */
  public static final char CLOSE = '\u0003';

  public Excerpt {
    matches = List.copyOf(matches);
  }

  /**
   * A match.
   *
   * @param start offset of its first UTF-16 code unit
   * @param end offset after its last
   */
  public record Match(int start, int end) {}

  /** An excerpt without matches. */
  public static Excerpt plain(String text) {
    return new Excerpt(text, List.of());
  }

  /** Reads a text whose matches are enclosed in {@link #OPEN} and {@link #CLOSE}. */
  public static Excerpt marked(String marked) {
    StringBuilder text = new StringBuilder(marked.length());
    List<Match> matches = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == OPEN) {
        start = text.length();
      } else if (c == CLOSE) {
        if (start >= 0 && start < text.length()) {
          matches.add(new Match(start, text.length()));
        }
        start = -1;
      } else {
        append(text, c);
      }
    }
    return new Excerpt(text.toString(), matches);
  }

  private static void append(StringBuilder line, char c) {
    if (!Character.isWhitespace(c)) {
      line.append(c);
    } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  /** The beginning of a text, in whole words and no longer than a number of characters. */
  public static Excerpt beginning(String text, int most) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= most) {
      return plain(line);
    }
    int space = line.lastIndexOf(' ', most);
    int end = space > most / 2 ? space : most;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return plain(line.substring(0, end) + "…");
  }

  /** The text cut at its matches. */
  public List<Segment<Boolean>> segments() {
    return Highlighter.segments(
        text, matches.stream().map(m -> new Span<>(m.start(), m.end(), Boolean.TRUE)).toList());
  }
}
