package io.keeling.app.reprocess;

import io.keeling.app.terminal.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats the difference between two lists of lines for a terminal: bounded in the number and
 * length of lines, and without control characters. Lines that differ in part are shown from shortly
 * before the difference. Within these limits, a difference fits on a screen.
 */
final class LineDiff {

  static final int MOST_LINES = 12;

  static final int WIDTH = 110;

  /** Number of characters shown before the first character that differs. */
  private static final int LEAD = 30;

  /** Maximum number of lines compared, as the time is quadratic in this number. */
  private static final int MOST_COMPARED = 1000;

  private LineDiff() {}

  static List<String> of(List<String> before, List<String> after) {
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> changes =
        changes(cut(before, start, before.size() - end), cut(after, start, after.size() - end));
    if (changes.size() <= MOST_LINES) {
      return changes;
    }
    List<String> bounded = new ArrayList<>(changes.subList(0, MOST_LINES));
    bounded.add("  ... and %,d more lines".formatted(changes.size() - MOST_LINES));
    return bounded;
  }

  private static List<String> cut(List<String> lines, int from, int to) {
    return lines.subList(from, Math.min(to, from + MOST_COMPARED));
  }

  private static List<String> changes(List<String> before, List<String> after) {
    int[][] common = commonBehind(before, after);
    List<String> changes = new ArrayList<>();
    List<String> out = new ArrayList<>();
    List<String> in = new ArrayList<>();
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      if (b < before.size() && a < after.size() && before.get(b).equals(after.get(a))) {
        show(out, in, changes);
        b++;
        a++;
      } else if (a == after.size() || (b < before.size() && common[b + 1][a] >= common[b][a + 1])) {
        out.add(before.get(b++));
      } else {
        in.add(after.get(a++));
      }
    }
    show(out, in, changes);
    return changes;
  }

  /**
   * Returns, for each pair of lines, the length of the longest common subsequence of the lines from
   * that pair on.
   */
  private static int[][] commonBehind(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int b = before.size() - 1; b >= 0; b--) {
      for (int a = after.size() - 1; a >= 0; a--) {
        common[b][a] =
            before.get(b).equals(after.get(a))
                ? common[b + 1][a + 1] + 1
                : Math.max(common[b + 1][a], common[b][a + 1]);
      }
    }
    return common;
  }

  private static void show(List<String> out, List<String> in, List<String> changes) {
    for (int i = 0; i < Math.max(out.size(), in.size()); i++) {
      String old = i < out.size() ? out.get(i) : null;
      String now = i < in.size() ? in.get(i) : null;
      int from = old == null || now == null ? 0 : Math.max(0, firstDifference(old, now) - LEAD);
      if (old != null) {
        changes.add("- " + excerpt(old, from));
      }
      if (now != null) {
        changes.add("+ " + excerpt(now, from));
      }
    }
    out.clear();
    in.clear();
  }

  private static int firstDifference(String old, String now) {
    int i = 0;
    while (i < Math.min(old.length(), now.length()) && old.charAt(i) == now.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String excerpt(String line, int from) {
    int to = Math.min(line.length(), from + WIDTH);
    return Printable.line(
        (from > 0 ? "..." : "") + line.substring(from, to) + (to < line.length() ? "..." : ""));
  }
}
