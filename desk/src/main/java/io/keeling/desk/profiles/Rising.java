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
 * @param week filters for the articles of the week
 * @param past filters for the articles of the weeks before
 * @param first the first day of the week (UTC)
 * @param last its last day
 * @param weekAll number of articles in the week
 * @param pastAll number of articles in the weeks before
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

  /** Number of earlier weeks that a week is compared with. */
  public static final int WEEKS = 8;

  /** Minimum number of a riser's articles in the week: two may be chance. */
  public static final int LEAST = 3;

  /** Minimum {@link Riser#score}. */
  public static final double LEAST_SCORE = 1;

  public Rising {
    risers = Map.copyOf(risers);
  }

  /**
   * A rising subject.
   *
   * @param type kind of a name, null for other facets
   * @param count number of its articles in the week
   * @param before number of its articles in the weeks before
   * @param expected expected number of articles in the week if its share had stayed the same
   */
  public record Riser(
      String value, String label, @Nullable String type, int count, int before, double expected) {

    /**
     * By how many standard deviations the count exceeds the expected count e. By Poisson, the
     * standard deviation is the root of e. Here it is the root of e + 1, so that the score of new
     * subjects with a small e stays bounded.
     */
    public double score() {
      return (count - expected) / Math.sqrt(expected + 1);
    }
  }

  /** Expected number of articles in a week if a subject's share stayed that of the weeks before. */
  static double expected(int before, int pastAll, int weekAll) {
    return Attention.share(before, pastAll) * weekAll;
  }
}
