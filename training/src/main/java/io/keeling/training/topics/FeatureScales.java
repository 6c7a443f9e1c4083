package io.keeling.training.topics;

import io.keeling.models.topics.ParagraphFeatures;
import java.util.Arrays;
import java.util.List;

/**
 * How large a feature that is there counts while a category is learnt: the larger, the less its
 * weight costs. Words that few paragraphs have say more than those of all ("the", "said"), and
 * features whose frequency in the category differs from that elsewhere, to either side, more than
 * those that are as frequent in both: log-count ratios of naive Bayes (Wang and Manning, "Baselines
 * and bigrams: simple, good sentiment and topic classification", ACL 2012). The parameters were
 * chosen by what docs/studies/how-topic-weights-are-learnt.md compares.
 *
 * <p>Immutable; threads may share it.
 */
final class FeatureScales {

  /** The number of paragraphs of a feature whose rarity counts 1. */
  private static final double USUAL = 100;

  /** How steeply rarity counts. */
  private static final double STEEPNESS = 1.5;

  /** The least that rarity counts. */
  private static final double LEAST_RARITY = 0.15;

  /** The most that rarity counts. */
  private static final double MOST_RARITY = 1.2;

  /** The ratio that counts 1, as a natural logarithm. */
  private static final double RATIO = 1.5;

  /** The least that a ratio counts. */
  private static final double LEAST_RATIO = 0.1;

  /** The most that a ratio counts. */
  private static final double MOST_RATIO = 3.75;

  private final List<int[]> rows;
  private final double[] rarity;

  /** The feature that all have, whose weight is the intercept: its scale is 1. */
  private final int always;

  /**
   * @param rows the features of each paragraph, by index
   * @param features the names of all, by index
   */
  FeatureScales(List<int[]> rows, List<String> features) {
    this.rows = rows;
    this.rarity = new double[features.size()];
    this.always = features.indexOf(ParagraphFeatures.ALWAYS);
    int[] counts = new int[rarity.length];
    rows.forEach(row -> Arrays.stream(row).forEach(feature -> counts[feature]++));
    for (int i = 0; i < rarity.length; i++) {
      boolean ofWords = ParagraphFeatures.isOfWords(features.get(i));
      rarity[i] = ofWords ? rarity(counts[i], rows.size()) : 1;
    }
  }

  private static double rarity(int count, int of) {
    double parts = Math.log((double) of / count) / Math.log(Math.max(2, of / USUAL));
    return Math.max(LEAST_RARITY, Math.min(MOST_RARITY, Math.pow(Math.max(0, parts), STEEPNESS)));
  }

  /** The scales for a category. */
  double[] of(boolean[] wanted) {
    double[] with = new double[rarity.length];
    double[] without = new double[rarity.length];
    // One more than seen, so that a feature seen on one side only has a ratio.
    Arrays.fill(with, 1);
    Arrays.fill(without, 1);
    for (int i = 0; i < wanted.length; i++) {
      double[] counts = wanted[i] ? with : without;
      for (int feature : rows.get(i)) {
        counts[feature]++;
      }
    }
    double all = Math.log(Arrays.stream(with).sum() / Arrays.stream(without).sum());
    double[] scales = new double[rarity.length];
    for (int i = 0; i < scales.length; i++) {
      double ratio = Math.abs(Math.log(with[i] / without[i]) - all);
      scales[i] = rarity[i] * Math.max(LEAST_RATIO, Math.min(MOST_RATIO, ratio)) / RATIO;
    }
    if (always >= 0) {
      scales[always] = 1;
    }
    return scales;
  }
}
