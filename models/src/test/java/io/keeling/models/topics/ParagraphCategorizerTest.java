package io.keeling.models.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keeling.models.OurNews;
import io.keeling.models.names.NameModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.junit.jupiter.api.Test;

class ParagraphCategorizerTest {

  private static final double ROUNDING = 1e-9;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*");

  @Test
  void addsUpWhatOpenNlpsCategorizerAndTheVectorsSay() throws IOException {
    TopicModel model = TopicModel.load(NameModel.load().clusters());
    ParagraphCategorizer ours = new ParagraphCategorizer(model);
    DocumentCategorizerME theirs = new DocumentCategorizerME(model.model());
    Map<String, Double> lexicon = Map.of("heat", 2.0, "storms", 9.0);
    Map<String, Object> extra =
        Map.of(ParagraphFeatures.CLUSTERS, model.clusters(), ParagraphFeatures.LEXICON, lexicon);
    for (String article : OurNews.texts().subList(0, 100)) {
      String[] words =
          WORD.matcher(article).results().map(MatchResult::group).toArray(String[]::new);
      double[] odds = ours.categorize(words, lexicon);
      double[] shares = theirs.categorize(words, extra);
      double[] direction = model.vectors().direction(Arrays.asList(words));
      double nothing = Math.log(shares[theirs.getIndex(ParagraphCategorizer.NOTHING)]);
      for (int i = 0; i < odds.length; i++) {
        String category = theirs.getCategory(i);
        double head = VectorHeads.odds(model.heads().weights(category), direction);
        assertThat(odds[ours.category(category)])
            .as(category)
            .isCloseTo(Math.log(shares[i]) - nothing + head, within(ROUNDING));
      }
    }
  }
}
