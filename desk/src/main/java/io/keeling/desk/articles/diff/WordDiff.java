package io.keeling.desk.articles.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.keeling.desk.articles.diff.Piece.Kind;
import io.keeling.desk.articles.diff.Words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two texts word by word (Myers' algorithm).
 *
 * <p>If two changes have only a short equal word or a comma between them, they become one change,
 * so that a reader sees one change, not three.
 */
public final class WordDiff {

  /** Longest text that is compared, in words; longer ones are replaced as a whole. */
  private static final int MOST_WORDS = 4_000;

  /** Longest word, in UTF-16 code units, that is merged into the changes around it. */
  private static final int LITTLE = 3;

  private WordDiff() {}

  /** Consecutive words that are equal in both texts, or that differ. */
  private record Run(boolean same, List<Word> before, List<Word> after) {
    private boolean saysLittle() {
      List<Word> meaningful = after.stream().filter(Word::meaningful).toList();
      return meaningful.isEmpty()
          || (meaningful.size() == 1 && meaningful.get(0).key().length() <= LITTLE);
    }
  }

  /** The pieces of both texts. Removed words come before the words that replace them. */
  public static List<Piece> of(String before, String after) {
    if (before.equals(after)) {
      return before.isEmpty() ? List.of() : List.of(new Piece(Kind.SAME, after));
    }
    List<Word> from = Words.of(before);
    List<Word> to = Words.of(after);
    return from.size() > MOST_WORDS || to.size() > MOST_WORDS
        ? pieces(List.of(new Run(false, from, to)))
        : pieces(joined(runs(from, to)));
  }

  private static List<Run> runs(List<Word> from, List<Word> to) {
    List<String> fromKeys = from.stream().map(Word::key).toList();
    List<String> toKeys = to.stream().map(Word::key).toList();
    List<Run> runs = new ArrayList<>();
    int fromAt = 0;
    int toAt = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(fromKeys, toKeys, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
      int fromStart = delta.getSource().getPosition();
      int toStart = delta.getTarget().getPosition();
      if (fromStart > fromAt) {
        runs.add(new Run(true, from.subList(fromAt, fromStart), to.subList(toAt, toStart)));
      }
      fromAt = fromStart + delta.getSource().size();
      toAt = toStart + delta.getTarget().size();
      runs.add(new Run(false, from.subList(fromStart, fromAt), to.subList(toStart, toAt)));
    }
    if (fromAt < from.size()) {
      runs.add(new Run(true, from.subList(fromAt, from.size()), to.subList(toAt, to.size())));
    }
    return runs;
  }

  /** Merges changes that have only a short word or punctuation between them. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean between = i > 0 && i < runs.size() - 1;
      Run shown =
          run.same() && between && run.saysLittle()
              ? new Run(false, run.before(), run.after())
              : run;
      int last = joined.size() - 1;
      if (last >= 0 && !shown.same() && !joined.get(last).same()) {
        Run open = joined.get(last);
        joined.set(
            last,
            new Run(false, both(open.before(), shown.before()), both(open.after(), shown.after())));
      } else {
        joined.add(shown);
      }
    }
    return joined;
  }

  private static List<Word> both(List<Word> first, List<Word> second) {
    List<Word> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static List<Piece> pieces(List<Run> runs) {
    List<Piece> pieces = new ArrayList<>();
    for (Run run : runs) {
      if (run.same()) {
        pieces.add(new Piece(Kind.SAME, text(run.after())));
        continue;
      }
      if (!run.before().isEmpty()) {
        pieces.add(new Piece(Kind.REMOVED, text(run.before())));
      }
      if (!run.after().isEmpty()) {
        pieces.add(new Piece(Kind.ADDED, text(run.after())));
      }
    }
    return List.copyOf(pieces);
  }

  private static String text(List<Word> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(word.text()));
    return text.toString();
  }
}
