package io.keeling.desk.articles.diff;

import io.keeling.desk.articles.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds figures that were replaced, such as "21 %" by "19 %". */
final class Figures {

  /**
   * A number with its unit. The unit is a sign, or a word in one of the languages in which articles
   * are graded.
   */
  private static final Pattern FIGURE =
      Pattern.compile(
          "[$€£¥]?\\p{Nd}++(?:[.,:]\\p{Nd}++)*+"
              + "(?:[\\s\\u00a0\\u202f]?(?:%|‰|°[CFK]?|€|\\$|£))?"
              + "(?:[\\s\\u00a0\\u202f-](?:per[\\s]?cent|percent|Prozent|pour cent|por ciento|per cento|procent"
              + "|million|billion|trillion|Millionen|Milliarden|millions|milliards|millones|degrees|Grad"
              + "|tonnes|tons|Tonnen|km|GW|MW|GWh|TWh|ppm|people|Menschen)(?!\\p{L}))?+");

  /** How many characters after a change are searched for a unit. */
  private static final int AHEAD = 14;

  private Figures() {}

  /** Returns a remark for each figure that was replaced by another. */
  static List<Remark> of(List<Piece> pieces) {
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).kind() == Kind.REMOVED && pieces.get(i + 1).kind() == Kind.ADDED) {
        String ahead = i + 2 < pieces.size() ? pieces.get(i + 2).text() : "";
        String behind = i > 0 ? currency(pieces.get(i - 1).text()) : "";
        List<String> before = figures(behind, pieces.get(i).text(), ahead);
        List<String> after = figures(behind, pieces.get(i + 1).text(), ahead);
        for (int k = 0; before.size() == after.size() && k < before.size(); k++) {
          if (!before.get(k).equals(after.get(k))) {
            remarks.add(Remark.changed(Remark.Kind.FIGURE, before.get(k), after.get(k)));
          }
        }
      }
    }
    return remarks;
  }

  private static String currency(String text) {
    String last = text.isEmpty() ? "" : text.substring(text.length() - 1);
    return last.isEmpty() || "$€£¥".indexOf(last.charAt(0)) < 0 ? "" : last;
  }

  private static List<String> figures(String behind, String changed, String ahead) {
    String whole = behind + changed + ahead.substring(0, Math.min(AHEAD, ahead.length()));
    List<String> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(whole);
    while (matcher.find() && matcher.start() < behind.length() + changed.length()) {
      figures.add(matcher.group().strip());
    }
    return figures;
  }
}
