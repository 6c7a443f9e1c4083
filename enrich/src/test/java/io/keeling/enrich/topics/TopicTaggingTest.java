package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTaggingTest {

  private static final PassageEvidence FIRST =
      new PassageEvidence(
          1,
          0,
          50,
          0.9,
          List.of(
              new PassageEvidence.Term("rotors", 2, 20, 26),
              new PassageEvidence.Term("blades", 1, 3, 9),
              new PassageEvidence.Term("rotors", 1, 40, 46)));
  private static final PassageEvidence THIRD =
      new PassageEvidence(3, 80, 120, 0.8, List.of(new PassageEvidence.Term("towers", 2, 90, 96)));

  @Test
  void passageIsEvidenceWhereItsLoudestWordsStand() {
    assertThat(evidence(List.of()))
        .containsExactly(
            new Evidence(20, 26, "categorizer:paragraph 1: rotors, blades"),
            new Evidence(3, 9, "categorizer:paragraph 1: rotors, blades"),
            new Evidence(40, 46, "categorizer:paragraph 1: rotors, blades"),
            new Evidence(90, 96, "categorizer:paragraph 3: towers"));
  }

  @Test
  void passageWithATermOfTheLexiconIsNoFurtherEvidence() {
    Hit hit = new Hit("blade", 2, false, 3, 9, "turbine", null);

    assertThat(evidence(List.of(hit)))
        .containsExactly(
            new Evidence(3, 9, "lexicon:blade"),
            new Evidence(90, 96, "categorizer:paragraph 3: towers"));
  }

  private static List<Evidence> evidence(List<Hit> hits) {
    TopicFinding wind =
        new TopicFinding(
            "wind-power",
            TopicGrade.MAIN,
            0.7,
            List.of(),
            new Measure("probability", 0.4, 0.1),
            hits,
            List.of(FIRST, THIRD));
    Climate climate = new Climate(ClimateGrade.ADJACENT, 0.1, List.of());
    return new TopicTagging(climate, List.of(), List.of(wind)).topics().get(0).evidence();
  }
}
