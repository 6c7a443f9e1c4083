package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keeling.training.topics.LogisticRegression.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {

  private static final double[] ONES = {1, 1};

  @Test
  void weightsAreTheLogOddsOfWhatWasSeen() {
    // Feature 0 is in all rows; of those with feature 1, three of four say yes, of others one.
    List<Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[8];
    for (int i = 0; i < 8; i++) {
      rows.add(new Row(i < 4 ? new int[] {0, 1} : new int[] {0}, new double[] {0}, 1));
      wanted[i] = i < 4 ? i != 0 : i == 4;
    }

    double[] fit = new LogisticRegression(rows, 2).fit(wanted, ONES, 0, 1e-6, 200);

    assertThat(fit[0]).isCloseTo(-Math.log(3), within(0.01));
    assertThat(fit[1]).isCloseTo(2 * Math.log(3), within(0.01));
  }

  @Test
  void rowCountsForAsManyAsItsWeight() {
    List<Row> rows =
        List.of(new Row(new int[] {0}, new double[0], 3), new Row(new int[] {0}, new double[0], 1));

    double[] fit =
        new LogisticRegression(rows, 1).fit(new boolean[] {true, false}, ONES, 0, 1e-6, 200);

    assertThat(fit[0]).isCloseTo(Math.log(3), within(0.01));
  }

  @Test
  void vectorIsLearntFromBesideFeatures() {
    List<Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[10];
    for (int i = 0; i < 10; i++) {
      rows.add(new Row(new int[] {0}, new double[] {i, 1}, 1));
      wanted[i] = i > 4;
    }

    double[] fit = new LogisticRegression(rows, 1).fit(wanted, ONES, 0, 0.1, 200);

    assertThat(fit[1]).isPositive();
    assertThat(fit[0] + fit[2] + 4 * fit[1]).isNegative();
    assertThat(fit[0] + fit[2] + 5 * fit[1]).isPositive();
  }

  @Test
  void featuresThatSayNothingGetNoWeightWhereWeightsCost() {
    List<Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[40];
    for (int i = 0; i < 40; i++) {
      rows.add(new Row(i % 2 == 0 ? new int[] {0, 1} : new int[] {0}, new double[0], 1));
      // As many of those with feature 1 say yes as of the others.
      wanted[i] = i % 8 < 6;
    }

    double[] fit = new LogisticRegression(rows, 2).fit(wanted, ONES, 0.5, 0.1, 200);

    assertThat(fit[1]).isZero();
  }

  @Test
  void weightOfALargerFeatureCostsLess() {
    List<Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[40];
    for (int i = 0; i < 40; i++) {
      // Two features that are always there together.
      rows.add(new Row(i % 2 == 0 ? new int[] {0, 1} : new int[0], new double[0], 1));
      wanted[i] = i % 2 == 0;
    }

    double[] fit = new LogisticRegression(rows, 2).fit(wanted, new double[] {1, 3}, 0, 0.5, 200);

    // What is cheapest in sum, whose costs are the squares of weight / scale.
    assertThat(fit[1] / fit[0]).isCloseTo(9, within(0.05));
  }

  @Test
  void firstStepAcrossTheValleyIsNotTheEnd() {
    // Six of ten say yes, all with the same value, such that a weight of 1 is hardly better than 0.
    double value = 0.5;
    while (loss(value) < Math.log(2) * (1 - 5e-5)) {
      value += 1e-6;
    }
    List<Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[10];
    for (int i = 0; i < 10; i++) {
      rows.add(new Row(new int[0], new double[] {value}, 1));
      wanted[i] = i < 6;
    }

    double[] fit = new LogisticRegression(rows, 0).fit(wanted, ONES, 0, 1e-6, 200);

    assertThat(fit[0] * value).isCloseTo(Math.log(1.5), within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 505, 510, 515, 600})
  void asManyAsSayYesAreSeenInTheWeight(int yes) {
    List<Row> rows = Collections.nCopies(1000, new Row(new int[] {0}, new double[0], 1));
    boolean[] wanted = new boolean[1000];
    Arrays.fill(wanted, 0, yes, true);

    double[] fit = new LogisticRegression(rows, 1).fit(wanted, ONES, 0.03, 0.3, 200);

    assertThat(fit[0]).isCloseTo(Math.log(yes / (1000.0 - yes)), within(0.02));
  }

  /** What a row costs on the average where six of ten say yes and all have these log odds. */
  private static double loss(double odds) {
    return 0.6 * Math.log1p(Math.exp(-odds)) + 0.4 * Math.log1p(Math.exp(odds));
  }
}
