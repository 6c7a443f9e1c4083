package io.keeling.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts a text where spans begin and end, so that overlapping spans become a flat list of segments.
 *
 * <p>Any spans are allowed: what lies outside the text is cut off, and no cut splits a surrogate
 * pair.
 */
public final class Highlighter {

  private Highlighter() {}

  /** The segments of a whole text: together they are the text, and none is empty. */
  public static <M> List<Segment<M>> segments(String text, List<Span<M>> spans) {
    return segments(text, 0, text.length(), spans);
  }

  /** The segments of each paragraph; a span continues into the next paragraph. */
  public static <M> List<List<Segment<M>>> paragraphs(String text, List<Span<M>> spans) {
    List<List<Segment<M>>> paragraphs = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int gap = text.indexOf("\n\n", start);
      int end = gap < 0 ? text.length() : gap;
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(segments(text, start, end, spans));
      }
      start = end + 2;
    }
    return paragraphs;
  }

  private static <M> List<Segment<M>> segments(String text, int from, int to, List<Span<M>> spans) {
    List<Span<M>> inside =
        spans.stream()
            .map(span -> whole(text, span))
            .filter(span -> span.start() < to && span.end() > from && span.start() < span.end())
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
    for (Span<M> span : inside) {
      cuts.add(Math.max(from, span.start()));
      cuts.add(Math.min(to, span.end()));
    }
    List<Segment<M>> segments = new ArrayList<>();
    List<Span<M>> open = new ArrayList<>();
    int next = 0;
    int start = from;
    for (int end : cuts.tailSet(from, false)) {
      int here = start;
      open.removeIf(span -> span.end() <= here);
      while (next < inside.size() && inside.get(next).start() <= start) {
        open.add(inside.get(next++));
      }
      segments.add(
          new Segment<>(
              text.substring(start, end),
              start,
              open.stream().map(Span::mark).distinct().toList()));
      start = end;
    }
    return segments;
  }

  /** The span within the text, widened to whole characters. */
  private static <M> Span<M> whole(String text, Span<M> span) {
    int start = Math.max(0, Math.min(span.start(), text.length()));
    int end = Math.max(0, Math.min(span.end(), text.length()));
    if (splitsPair(text, start)) {
      start--;
    }
    if (splitsPair(text, end)) {
      end++;
    }
    return new Span<>(start, end, span.mark());
  }

  private static boolean splitsPair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isHighSurrogate(text.charAt(offset - 1))
        && Character.isLowSurrogate(text.charAt(offset));
  }
}
