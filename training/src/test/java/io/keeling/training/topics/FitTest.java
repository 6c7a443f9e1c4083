package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.keeling.enrich.topics.VerdictWeights;
import io.keeling.training.corpus.LabelledParagraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void fittedWeightsAnswerTheirQuestion() {
    Fit fit = new Fit();
    for (int i = 0; i < 20; i++) {
      fit.add(Map.of("warm", (double) i), i >= 10, 1);
    }

    VerdictWeights weights = VerdictWeights.of(Map.of("hot", fit.weights()));

    assertThat(weights.odds("hot", Map.of("warm", 2.0))).isNegative();
    assertThat(weights.odds("hot", Map.of("warm", 17.0))).isPositive();
    assertThat(weights.table()).startsWith("question\tfeature\tweight\nhot\talways\t");
  }

  @Test
  void tableIsTheSameInEveryLocale() {
    VerdictWeights weights = VerdictWeights.of(Map.of("hot", Map.of("warm", 0.5)));
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(weights.table()).isEqualTo("question\tfeature\tweight\nhot\twarm\t0.5000\n");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void weightsFittedForOtherFeaturesAreRefused() {
    VerdictWeights weights =
        VerdictWeights.of(Map.of("hot", Map.of(VerdictWeights.ALWAYS, 1.0, "warm", 2.0)));

    assertThatIllegalStateException()
        .isThrownBy(() -> weights.odds("hot", Map.of("wet", 1.0)))
        .withMessageContaining("wet");
  }

  @Test
  void joinedArticlesKeepTheirSubject() {
    List<LabelledParagraph> paragraphs = new ArrayList<>();
    for (String grade : List.of("main", "mention", "adjacent", "none")) {
      for (int i = 0; i < 6; i++) {
        Set<String> topics =
            grade.equals("main") || grade.equals("adjacent") ? Set.of("coal") : Set.of();
        String text = grade + i + " ".repeat(2) + "word ".repeat(30).strip();
        paragraphs.add(new LabelledParagraph(topics, grade, text));
      }
    }
    JoinedArticles joined = new JoinedArticles(paragraphs, 1);

    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      LabelledParagraph article = joined.next();
      seen.add(article.grade());
      assertThat(article.text()).contains(article.grade());
      if (article.grade().equals("none")) {
        assertThat(article.text()).doesNotContain("main").doesNotContain("mention");
      }
      if (article.grade().equals("main")) {
        assertThat(article.topics()).containsExactly("coal");
      }
    }
    assertThat(seen).containsExactlyInAnyOrder("main", "mention", "adjacent", "none");
  }
}
