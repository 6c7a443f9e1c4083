package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureScalesTest {

  private static final List<String> FEATURES =
      List.of(
          "one", "w=the", "w=tide", "w=anchor", "w=reef", "x=oceans-reefs>0.9", "w=desk", "w=note");

  private final List<int[]> rows = new ArrayList<>();
  private final boolean[] aboutReefs = new boolean[1000];
  private double[] scales;

  /** 1,000 paragraphs: all have "the", 100 "tide"; "anchor" and "reef" are in 20 each. */
  @BeforeEach
  void readParagraphs() {
    for (int i = 0; i < 1000; i++) {
      List<Integer> row = new ArrayList<>(List.of(0, 1));
      aboutReefs[i] = i % 50 == 0;
      if (i % 10 == 0) {
        row.add(2);
      }
      if (i % 50 == 1) {
        row.add(3);
      }
      // Both in 400: "desk" never where it is about reefs, "note" as often there as elsewhere.
      if (i % 50 >= 1 && i % 50 <= 20) {
        row.add(6);
      }
      if (i / 50 % 5 < 2) {
        row.add(7);
      }
      if (aboutReefs[i]) {
        row.addAll(List.of(4, 5));
      }
      rows.add(row.stream().mapToInt(f -> f).toArray());
    }
    scales = new FeatureScales(rows, FEATURES).of(aboutReefs);
  }

  @Test
  void featureOfTheCategoryIsLargerThanAnotherThatIsAsRare() {
    assertThat(scales[4]).isGreaterThan(2 * scales[3]);
  }

  @Test
  void rareWordIsLargerThanAFrequentOne() {
    assertThat(scales[2]).isGreaterThan(5 * scales[1]);
  }

  @Test
  void featureThatSpeaksAgainstTheCategoryIsLargerThanOneThatSaysNothing() {
    assertThat(scales[6]).isGreaterThan(2 * scales[7]);
  }

  @Test
  void interceptIsAsItIs() {
    assertThat(scales[0]).isEqualTo(1);
  }

  @Test
  void whatTheLexiconFoundIsNotWeighedByHowRareItIs() {
    double ratioOfBoth = scales[4] / 1.2;
    assertThat(scales[5]).isCloseTo(ratioOfBoth, within(1e-9));
  }
}
