package io.keeling.search.lucene.query;

import io.keeling.search.text.Excerpt;
import io.keeling.search.text.Excerpt.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Turns the passages that Lucene finds into excerpts. */
final class Passages {

  private static final String GAP = " … ";

  /** Maximum distance by which a cut is moved so that it falls between two words, in characters. */
  private static final int NEARBY = 20;

  /** Formats the whole text, with its matches at their offsets. */
  static final PassageFormatter WHOLE =
      new PassageFormatter() {
        @Override
        public Object format(Passage[] passages, String text) {
          return new Excerpt(text, matches(passages));
        }
      };

  private Passages() {}

  /**
   * Formats the best passages, joined in the order of the text.
   *
   * @param most approximate length of the snippet, in characters
   */
  static PassageFormatter snippet(int most) {
    return new PassageFormatter() {
      @Override
      public Object format(Passage[] passages, String text) {
        List<Match> matches = matches(passages);
        StringBuilder marked = new StringBuilder();
        int left = most;
        int end = 0;
        for (Passage passage : passages) {
          int start = passage.getStartOffset();
          if (left <= 0 || passage.getNumMatches() == 0) {
            continue;
          }
          if (passage.getLength() > most) {
            start = before(text, passage.getMatchStarts()[0] - most / 4, start);
          }
          int until = after(text, Math.min(passage.getEndOffset(), start + most), passage);
          marked.append(marked.isEmpty() ? (start == 0 ? "" : "… ") : start > end ? GAP : "");
          mark(marked, text, start, until, matches);
          left -= until - start;
          end = until;
        }
        return Excerpt.marked(marked.toString().strip() + (ends(text, end) ? "" : " …"));
      }
    };
  }

  /** Puts an excerpt on one line, with single spaces. */
  static Excerpt line(Excerpt whole) {
    StringBuilder marked = new StringBuilder();
    mark(marked, whole.text(), 0, whole.text().length(), whole.matches());
    return Excerpt.marked(marked.toString());
  }

  private static int before(String text, int wanted, int earliest) {
    if (wanted <= earliest) {
      return earliest;
    }
    int space = text.indexOf(' ', wanted);
    return space < 0 || space > wanted + NEARBY ? wanted : space + 1;
  }

  private static int after(String text, int wanted, Passage passage) {
    if (wanted >= passage.getEndOffset()) {
      return passage.getEndOffset();
    }
    int space = text.lastIndexOf(' ', wanted);
    return space < wanted - NEARBY ? wanted : space;
  }

  private static boolean ends(String text, int end) {
    String before = text.substring(0, end).stripTrailing();
    return before.isEmpty() || ".!?”\"»".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static void mark(
      StringBuilder marked, String text, int from, int to, List<Match> matches) {
    int next = from;
    for (Match match : matches) {
      if (match.start() >= next && match.end() <= to) {
        plain(marked, text, next, match.start());
        marked.append(Excerpt.OPEN);
        plain(marked, text, match.start(), match.end());
        marked.append(Excerpt.CLOSE);
        next = match.end();
      }
    }
    plain(marked, text, next, to);
  }

  private static void plain(StringBuilder marked, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      marked.append(c == Excerpt.OPEN || c == Excerpt.CLOSE ? ' ' : c);
    }
  }

  /** Sorts matches, and drops nested ones. */
  private static List<Match> matches(Passage[] passages) {
    List<Match> all = new ArrayList<>();
    for (Passage passage : passages) {
      for (int i = 0; i < passage.getNumMatches(); i++) {
        all.add(new Match(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
      }
    }
    all.sort(
        Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()));
    List<Match> apart = new ArrayList<>();
    int end = 0;
    for (Match match : all) {
      if (match.start() >= end && match.end() > match.start()) {
        apart.add(match);
        end = match.end();
      }
    }
    return apart;
  }
}
