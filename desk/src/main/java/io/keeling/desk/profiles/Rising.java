package io.keeling.desk.profiles;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of more in a week than in the weeks before it.
 *
 * @param week the articles of the week
 * @param past those of the weeks before
 * @param first the first day of the week (UTC)
 * @param last its last day
 * @param weekAll how many articles the week has
 * @param pastAll how many the weeks before it have
 * @param risers by facet, those that rise most first
 */
public record Rising(
    Filters week,
    Filters past,
    LocalDate first,
    LocalDate last,
    int weekAll,
    int pastAll,
    Map<Facet, List<Riser>> risers) {

  /** Weeks that a week is held against. */
  public static final int WEEKS = 8;

  /** Articles of the week that make a riser: two may be chance. */
  public static final int LEAST = 3;

  /** How far above what was to be expected, in the unit of {@link Riser#score}. */
  public static final double LEAST_SCORE = 1;

  public Rising {
    risers = Map.copyOf(risers);
  }

  /**
   * Something that rises.
   *
   * @param type what a name names, none for others
   * @param count articles of the week that have it
   * @param before articles of the weeks before that have it
   * @param expected how many the week would have if its share were that of the weeks before
   */
  public record Riser(
      String value, String label, @Nullable String type, int count, int before, double expected) {

    /**
     * How far it is above what was to be expected, in standard deviations: of a count that is
     * expected e times, that is the root of e (Poisson), and of e + 1 where few are expected, so
     * that what was never told of before does not rise without bound.
     */
    public double score() {
      return (count - expected) / Math.sqrt(expected + 1);
    }
  }

  /** How many of a week are to be expected where its share is that of the weeks before. */
  static double expected(int before, int pastAll, int weekAll) {
    return Attention.share(before, pastAll) * weekAll;
  }
}
