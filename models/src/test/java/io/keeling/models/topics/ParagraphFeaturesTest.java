package io.keeling.models.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParagraphFeaturesTest {

  private final ParagraphFeatures features = new ParagraphFeatures();

  @Test
  void wordsAreStemsAndPairsAndCountOnce() {
    Collection<String> found = of(Map.of(), "Turbines", "turn", "turbine", "turn");

    assertThat(found)
        .containsExactlyInAnyOrder("one", "w=turbin", "w=turn", "b=turbin turn", "b=turn turbin");
  }

  @Test
  void numbersAreAlike() {
    assertThat(of(Map.of(), "120", "megawatts"))
        .isEqualTo(of(Map.of(), "7,500.5", "megawatts"))
        .contains("w=#");
    assertThat(of(Map.of(), "49C")).contains("w=#c");
  }

  @Test
  void everyStepThatTheLexiconReachedIsAFeature() {
    assertThat(of(Map.of("coal", 3.0), "coal"))
        .contains("x=coal>0.9", "x=coal>1.8", "x=coal>2.8")
        .doesNotContain("x=coal>4.5");
  }

  @Test
  void featureKnowsItsWords() {
    List<ParagraphFeatures.Feature> found =
        ParagraphFeatures.of(new String[] {"wind", "farm"}, Map.of());

    assertThat(found).contains(new ParagraphFeatures.Feature("b=wind farm", 0, 2));
  }

  private Collection<String> of(Map<String, Double> lexicon, String... words) {
    return features.extractFeatures(words, Map.of(ParagraphFeatures.LEXICON, lexicon));
  }
}
