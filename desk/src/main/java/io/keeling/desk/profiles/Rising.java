package io.keeling.desk.profiles;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Subjects with more articles in a week than in the weeks before. Immutable; threads may share it.
 *
 * @param week the articles of the week
 * @param past those of the weeks before
 * @param first the first day of the week (UTC)
 * @param last its last day
 * @param weekAll how many articles the week has
 * @param pastAll how many the weeks before it have
 * @param risers by facet, strongest first
 */
public record Rising(
    Filters week,
    Filters past,
    LocalDate first,
    LocalDate last,
    int weekAll,
    int pastAll,
    Map<Facet, List<Riser>> risers) {

  /** Weeks that a week is compared with. */
  public static final int WEEKS = 8;

  /** Fewest articles in a week: two may be chance. */
  public static final int LEAST = 3;

  /** Least {@link Riser#score}. */
  public static final double LEAST_SCORE = 1;

  public Rising {
    risers = Map.copyOf(risers);
  }

  /**
   * A rising subject.
   *
   * @param type of a name, none for others
   * @param count its articles in the week
   * @param before its articles in the weeks before
   * @param expected its expected articles, if its share stayed the same
   */
  public record Riser(
      String value, String label, @Nullable String type, int count, int before, double expected) {

    /**
     * Standard deviations above the expected count e: the root of e (Poisson), of e + 1 for small
     * e, so that new subjects do not rise without bound.
     */
    public double score() {
      return (count - expected) / Math.sqrt(expected + 1);
    }
  }

  /** Expected articles of a week, if its share stays that of the weeks before. */
  static double expected(int before, int pastAll, int weekAll) {
    return Attention.share(before, pastAll) * weekAll;
  }
}
