package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.TopicModel;
import io.keeling.models.topics.WordVectors;
import io.keeling.training.corpus.LabelledParagraph;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTrainerTest {

  private static final String CLUSTERS = "lignite\t1\t10\ncoal\t1\t10\nanthracite\t1\t10\n";

  /** Two words alike and two like neither. */
  private static final WordVectors VECTORS =
      WordVectors.of(
          Map.of(
              "coal", new float[] {2, 0.1f, 0},
              "peat", new float[] {1, 0.1f, 0},
              "gale", new float[] {0, 1, 0},
              "sang", new float[] {0, 0, 1}));

  private static WordClusters clusters;

  @BeforeAll
  static void readClusters() throws Exception {
    clusters =
        WordClusters.read(new ByteArrayInputStream(CLUSTERS.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void paragraphMayBeAboutSeveralTopicsOrNone(@TempDir Path folder) throws Exception {
    ParagraphCategorizer categorizer = trained(folder.resolve("a"));
    int coal = categorizer.category("coal");
    int storms = categorizer.category("storms");

    double[] both = categorizer.categorize(words("coal gale"), Map.of());
    assertThat(both[coal]).isPositive();
    assertThat(both[storms]).isPositive();
    double[] none = categorizer.categorize(words("the mayor sang"), Map.of());
    assertThat(none[coal]).isNegative();
    assertThat(none[storms]).isNegative();
    assertThat(categorizer.category("tennis")).isEqualTo(-1);
  }

  @Test
  void wordNeverSeenIsReadLikeItsCluster(@TempDir Path folder) throws Exception {
    ParagraphCategorizer categorizer = trained(folder.resolve("a"));
    int coal = categorizer.category("coal");

    assertThat(categorizer.categorize(words("anthracite fell"), Map.of())[coal])
        .isGreaterThan(categorizer.categorize(words("mayor fell"), Map.of())[coal]);
  }

  @Test
  void wordNeverSeenIsReadByItsVector(@TempDir Path folder) throws Exception {
    ParagraphCategorizer categorizer = trained(folder.resolve("a"));
    int coal = categorizer.category("coal");

    assertThat(categorizer.categorize(words("peat fell"), Map.of())[coal])
        .isGreaterThan(categorizer.categorize(words("moss fell"), Map.of())[coal] + 1);
    assertThat(
            categorizer.strongest(words("the mayor burnt peat"), Map.of(), coal, 4).stream()
                .map(ParagraphCategorizer.Term::word))
        .contains("peat");
  }

  @Test
  void strongestTermsAreTheWordsThatSpoke(@TempDir Path folder) throws Exception {
    ParagraphCategorizer categorizer = trained(folder.resolve("a"));

    List<ParagraphCategorizer.Term> terms =
        categorizer.strongest(
            words("the mayor burnt Coal"), Map.of(), categorizer.category("coal"), 2);

    assertThat(terms.get(0).word()).isEqualTo("Coal");
    assertThat(terms.get(0).index()).isEqualTo(3);
    assertThat(terms).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void sameExamplesGiveTheSameModel(@TempDir Path folder) throws Exception {
    int[] indexes = new int[2];
    double[][] odds = new double[2][];
    for (int i = 0; i < 2; i++) {
      ParagraphCategorizer categorizer = trained(folder.resolve("" + i));
      odds[i] = categorizer.categorize(words("coal and hail"), Map.of());
      indexes[i] = categorizer.category("storms");
    }

    assertThat(odds[0]).isEqualTo(odds[1]);
    assertThat(indexes[0]).isEqualTo(indexes[1]);
  }

  @Test
  void exampleCountsForAsManyAsItsWeight() throws Exception {
    assertThat(oddsOfPeat(5, 1)).isPositive();
    assertThat(oddsOfPeat(1, 5)).isNegative();
  }

  private static double oddsOfPeat(double saysYes, double saysNo) throws Exception {
    List<TopicExample> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new TopicExample(List.of("peat"), Map.of(), Set.of("coal"), saysYes));
      examples.add(new TopicExample(List.of("peat"), Map.of(), Set.of(), saysNo));
    }
    ParagraphCategorizer categorizer =
        new ParagraphCategorizer(new TopicTrainer(clusters, VECTORS).train("test", examples));
    return categorizer.categorize(words("peat"), Map.of())[categorizer.category("coal")];
  }

  @Test
  void lineOfTheCorpusIsRead(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("a.tsv"),
        "topics\tgrade\ttext\ncoal,health\tmention\tSoot.\n-\tnone\tNo.\n");

    List<LabelledParagraph> paragraphs = LabelledParagraph.read(folder);

    assertThat(paragraphs).extracting(LabelledParagraph::text).containsExactly("Soot.", "No.");
    assertThat(paragraphs.get(0).categories())
        .containsExactlyInAnyOrder(
            "coal", "health", ParagraphCategorizer.CLIMATE, ParagraphCategorizer.RELATED);
    assertThat(paragraphs.get(1).categories()).isEmpty();
  }

  private static ParagraphCategorizer trained(Path folder) throws Exception {
    List<TopicExample> examples = new ArrayList<>();
    for (String noun : List.of("mayor", "choir", "book", "goal", "shop")) {
      for (String verb : List.of("sang", "fell", "won", "shut")) {
        examples.add(example(noun + " " + verb, Set.of()));
        examples.add(example(noun + " burnt coal", Set.of("coal")));
        examples.add(example(noun + " burnt lignite", Set.of("coal")));
        examples.add(example("gale and hail " + verb, Set.of("storms")));
        examples.add(example("gale over coal " + verb, Set.of("storms", "coal")));
      }
    }
    Files.createDirectories(folder);
    new TopicTrainer(clusters, VECTORS).train("test", examples).write(folder);
    return new ParagraphCategorizer(TopicModel.read("test", folder, clusters, VECTORS));
  }

  private static TopicExample example(String text, Set<String> categories) {
    return new TopicExample(List.of(words(text)), Map.of(), categories, 1);
  }

  private static String[] words(String text) {
    return text.split(" ");
  }
}
