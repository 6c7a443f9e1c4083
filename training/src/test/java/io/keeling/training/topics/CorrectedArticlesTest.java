package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that editors gave are scored by, as {@code keeling corrections export} writes them. */
class CorrectedArticlesTest {

  @TempDir Path folder;

  private static String line(String grade, String topics, String corrections) {
    return """
        {"article":"0123456789abcdef0123456789abcdef","version":"v","url":"https://a.example/a",\
        "language":"en","part":"score","grade":"%s","topics":[%s],"mentions":["oil"],\
        "corrections":[%s],"title":"Talks","text":"Coal goes.\\n\\nWind comes."}"""
        .formatted(grade, topics, corrections);
  }

  private static String correction(String tag) {
    return "{\"id\":\"0123456789abcdef\",\"tag\":\"%s\",\"says\":\"absent\"}".formatted(tag);
  }

  private List<LabelledArticle> read(String... lines) throws Exception {
    Path file = Files.write(folder.resolve("labels.jsonl"), List.of(lines));
    return LabelledArticle.read(file, Map.of());
  }

  private static TopicScores scored(List<LabelledArticle> articles) {
    TopicScores scores = new TopicScores();
    for (LabelledArticle article : articles) {
      // What the model says, which the editor may have corrected.
      scores.add(
          article,
          article.topics(),
          new Climate(ClimateGrade.MAIN, 0.9, List.of()),
          Set.of("coal", "wind"));
    }
    return scores;
  }

  @Test
  void anArticleHasTheLabelsThatItWasCorrectedTo() throws Exception {
    assertThat(read(line("mention", "\"wind\"", correction("topic"))))
        .containsExactly(
            new LabelledArticle(
                "score",
                "mention",
                Set.of("wind"),
                Set.of("oil"),
                "Talks",
                "Coal goes.\n\nWind comes."));
  }

  @Test
  void whatOnlyTheModelSaidIsNoLabel() throws Exception {
    assertThat(
            read(
                line("main", "\"coal\"", correction("name")),
                line("main", "\"coal\"", ""),
                line("none", "", correction("article"))))
        .extracting(LabelledArticle::grade)
        .containsExactly("none");
  }

  @Test
  void aCorrectionChangesTheScore() throws Exception {
    TopicScores agreed = scored(read(line("main", "\"coal\",\"wind\"", correction("topic"))));
    TopicScores corrected = scored(read(line("mention", "\"wind\"", correction("topic"))));

    assertThat(agreed.gradeAccuracy()).isEqualTo(1);
    assertThat(corrected.gradeAccuracy()).isZero();
    assertThat(agreed.summary()).contains("macro F1 1.000");
    assertThat(corrected.summary()).isNotEqualTo(agreed.summary());
  }
}
