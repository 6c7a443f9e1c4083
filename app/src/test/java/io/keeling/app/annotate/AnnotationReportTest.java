package io.keeling.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReportTest {

  private static final LineAnnotator ANNOTATOR =
      new LineAnnotator(AnnotatorResources.load(), new RecordDeadline());

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
        .anyMatch(
            line -> line.matches("topic wind-power: given as main, 0[.].* of at least 0[.]5 .*"))
        .anyMatch(line -> line.matches(" +\\d+-\\d+ +wind farm +lexicon:wind farm +[0-9.]+"))
        .anyMatch(line -> line.matches(" +\\d+-\\d+ +paragraph 1 +categorizer: .*wind [+]\\d.*"));
  }

  @Test
  void tellsFirstWhatAnEditorAsksFirst() {
    List<String> report = explain(LINE.replaceFirst("\\{", "{\"id\":\"a-1\","));

    assertThat(report.subList(0, 2)).containsExactly("id: a-1", "text: Turbines");
    assertThat(report.stream().filter(line -> line.matches("[a-z]+(:| of|$).*")))
        .extracting(line -> line.split("[: ]")[0])
        .containsExactly(
            "id", "text", "climate", "countries", "places", "names", "models", "features", "words");
    assertThat(indexOf(report, "climate: "))
        .isLessThan(indexOf(report, "topic "))
        .isLessThan(indexOf(report, "countries"));
    assertThat(indexOf(report, "topic ")).isLessThan(indexOf(report, "countries"));
  }

  @Test
  void tellsWhyATopicIsNotGiven() {
    List<String> report =
        explain("{\"language\":\"en\",\"text\":\"Coal, the striker's dog, stopped the match.\"}");

    assertThat(report)
        .anyMatch(
            line ->
                line.matches(
                    "topic coal: not given: the article is unrelated to climate,"
                        + " 0[.]\\d+ of at least 0[.]5 [(]probability 0[.]\\d+ of at least 0[.]\\d+"
                        + " in this article[)]"))
        .anyMatch(line -> line.matches(" +10-19 +striker's +lexicon:strikers +2.0, near \"coal\""));
  }

  @Test
  void tellsWhatWasLookedAtWhereNothingSpeaksOfClimate() {
    List<String> report =
        explain("{\"language\":\"en\",\"text\":\"The minister opened a library.\"}");

    assertThat(report)
        .anyMatch(line -> line.matches("climate: none 0[.]\\d+, nothing mentions climate change"))
        .anyMatch(line -> line.matches(" +no +speaks of climate change +0[.]\\d+ of at least .*"))
        .anyMatch(
            line -> line.matches(" +0-29 +paragraph 1 +closest to the subject of climate: .*"));
    assertThat(explain("{\"language\":\"fi\",\"text\":\"Ilmastonmuutos.\"}"))
        .contains("climate: ungraded 0.0, not looked for in this language");
  }

  @Test
  void tellsWhatGaveAPlaceAndACountryItsWeight() {
    List<String> report =
        explain(
            "{\"language\":\"en\",\"text\":\"John Kerry left Paris, Texas, for Georgia. Chinese and"
                + " Russian aides came.\"}");

    assertThat(report)
        .anyMatch(line -> line.matches(" +Paris +Paris [(]city.*people[)] +the text puts it in .*"))
        .anyMatch(line -> line.matches(" +Texas +Texas [(]region, TX, US[)].*"))
        .anyMatch(line -> line.matches(" +Georgia +Georgia [(](country, GE|region, GA, US)[)].*"))
        .anyMatch(line -> line.matches(" +CN +0[.]\\d+ +Chinese 1 x 0[.]7"))
        .noneMatch(line -> line.contains(" 0 people"))
        .noneMatch(line -> line.contains("(tagged)"));
  }

  private static int indexOf(List<String> report, String beginning) {
    return report.stream().map(line -> line.startsWith(beginning)).toList().indexOf(true);
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
