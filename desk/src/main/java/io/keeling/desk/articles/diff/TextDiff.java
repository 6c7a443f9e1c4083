package io.keeling.desk.articles.diff;

import io.keeling.desk.articles.diff.ParagraphPairs.Pair;
import io.keeling.desk.articles.diff.Paragraphs.Paragraph;
import io.keeling.desk.articles.diff.Row.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two texts paragraph by paragraph, and within them word by word. */
final class TextDiff {

  private TextDiff() {}

  /**
   * Compares all paragraphs. They are in the order of the later text. Paragraphs that were removed
   * or moved away are listed before the next paragraph that stayed in place.
   */
  static List<Row> of(String before, String after) {
    List<String> from = Paragraphs.of(before).stream().map(Paragraph::text).toList();
    List<String> to = Paragraphs.of(after).stream().map(Paragraph::text).toList();
    Map<Integer, Pair> byBefore = new HashMap<>();
    Map<Integer, Pair> byAfter = new HashMap<>();
    for (Pair pair : ParagraphPairs.of(from, to)) {
      byBefore.put(pair.before(), pair);
      byAfter.put(pair.after(), pair);
    }
    List<Row> rows = new ArrayList<>();
    int i = 0;
    for (int j = 0; j < to.size(); j++) {
      Pair pair = byAfter.get(j);
      if (pair != null && !pair.moved()) {
        for (; i < pair.before(); i++) {
          rows.add(gone(i, from.get(i), byBefore.get(i)));
        }
        i = pair.before() + 1;
      }
      rows.add(pair == null ? added(j, to.get(j)) : paired(pair, from, to));
    }
    for (; i < from.size(); i++) {
      rows.add(gone(i, from.get(i), byBefore.get(i)));
    }
    return rows;
  }

  private static Row paired(Pair pair, List<String> from, List<String> to) {
    List<Piece> pieces = WordDiff.of(from.get(pair.before()), to.get(pair.after()));
    boolean same = pieces.stream().allMatch(Piece::same);
    return new Row(
        pair.moved() ? Kind.MOVED : same ? Kind.SAME : Kind.CHANGED,
        pair.before() + 1,
        pair.after() + 1,
        pieces);
  }

  private static Row added(int at, String text) {
    return new Row(Kind.ADDED, null, at + 1, List.of(new Piece(Piece.Kind.ADDED, text)));
  }

  private static Row gone(int at, String text, @Nullable Pair pair) {
    return pair == null
        ? new Row(Kind.REMOVED, at + 1, null, List.of(new Piece(Piece.Kind.REMOVED, text)))
        : new Row(Kind.MOVED_AWAY, at + 1, pair.after() + 1, List.of());
  }
}
