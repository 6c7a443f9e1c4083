package io.keeling.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.annotator.AnnotatorResources;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReportTest {

  private static final LineAnnotator ANNOTATOR = new LineAnnotator(AnnotatorResources.load());

  private static final String LINE =
      "{\"title\":\"Turbines\",\"language\":\"en\",\"text\":"
          + "\"John Kerry flew to Paris, Texas. Kerry opened a wind farm to cut emissions.\"}";

  @Test
  void showsWordsNamesWithFeaturesPlacesAndTopicsWithWeights() {
    List<String> report = explain(LINE);

    assertThat(report)
        .anyMatch(line -> line.contains("John | Kerry | flew"))
        .anyMatch(line -> line.matches(" +John Kerry +person +[0-9.]+ .*surname of John Kerry.*"))
        .anyMatch(line -> line.matches(" +Kerry +PERSON-last +\\S+ [+-]\\d+\\.\\d\\d.*"))
        .anyMatch(line -> line.matches(" +Paris +Paris \\(city, TX, US.*FR.*"))
        .anyMatch(line -> line.matches("topic wind-power: given .*"))
        .anyMatch(line -> line.matches(" +\\d+-\\d+ +wind farm +lexicon:wind farm +[0-9.]+"))
        .anyMatch(line -> line.matches(" +\\d+-\\d+ +paragraph 1 +categorizer: .*wind [+]\\d.*"));
  }

  @Test
  void namesThatALexiconFoundHaveNoFeaturesOfTheModel() {
    List<String> report =
        explain("{\"language\":\"de\",\"text\":\"Umweltministerin Sabine Rautenberg sprach.\"}");

    int features = report.indexOf("features of names, strongest first");
    assertThat(report).anyMatch(line -> line.matches(" +Sabine Rautenberg +person .*"));
    assertThat(report.get(features + 1)).isEmpty();
  }

  @Test
  void printsNothingThatSteersATerminal() {
    assertThat(explain("{\"language\":\"en\",\"text\":\"\\u001b[31mLagos floods\"}"))
        .noneMatch(line -> line.indexOf('\u001b') >= 0);
  }

  private static List<String> explain(String line) {
    return ANNOTATOR.explain(1, line).text().lines().toList();
  }
}
