package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.TopicGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** German, which has no categorizer. */
class SpreadTest {

  private static final TopicTagger TAGGER = TopicTagger.load();

  private static final String FOOD =
      "Das Futter für den Hund wird in kleinen Portionen geliefert, und jede Portion hat ein"
          + " Etikett mit den Zutaten. Wer bis Sonntag bestellt, bekommt die erste Packung"
          + " billiger und darf sie zurückschicken. ";

  private static final String CLIMATE =
      "Der Klimawandel wird so gebremst, denn das Futter ist eine klimafreundliche Alternative,"
          + " und der CO2-Ausstoß sinkt mit jedem Napf. ";

  @Test
  void praiseOfGoodsInOneParagraphOfALongTextIsAMention() {
    String advertisement = FOOD.repeat(10) + CLIMATE + FOOD.repeat(6);

    assertThat(grade(advertisement)).isEqualTo(ClimateGrade.MENTION);
  }

  @Test
  void textThatBeginsWithItIsAboutIt() {
    assertThat(grade(CLIMATE + FOOD.repeat(4))).isEqualTo(ClimateGrade.MAIN);
    assertThat(TAGGER.tag("Klimawandel im Napf", FOOD.repeat(4) + CLIMATE, "de").climate().grade())
        .isEqualTo(ClimateGrade.MAIN);
  }

  @Test
  void textThatComesBackToItIsAboutIt() {
    assertThat(grade((FOOD.repeat(3) + CLIMATE).repeat(4))).isEqualTo(ClimateGrade.MAIN);
  }

  @Test
  void topicOfOneParagraphOfALongTextIsAMention() {
    String journey =
        "Einmal reiste der Bauer in die Arktis und sah Eisbären auf dem Packeis der Antarktis. ";

    assertThat(main("ice-polar", FOOD.repeat(10) + journey + FOOD.repeat(6))).isFalse();
    assertThat(main("ice-polar", journey + FOOD.repeat(2))).isTrue();
  }

  private static boolean main(String topic, String text) {
    return TAGGER.tag("", text, "de").topics().stream()
        .anyMatch(found -> found.id().equals(topic) && found.grade() == TopicGrade.MAIN);
  }

  @Test
  void reasonsTellHowFarItIsSpread() {
    String advertisement = FOOD.repeat(10) + CLIMATE + FOOD.repeat(6);

    assertThat(TAGGER.climateReasons("", advertisement, "de").measures())
        .anySatisfy(
            measure -> {
              assertThat(measure.what()).startsWith("mentions it at the beginning");
              assertThat(measure.value()).isLessThan(measure.limit());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Verein druckt sein Heft auf nachhaltigem Papier und lädt zum Gottesdienst ein.",
        "Die Kirche feiert nachhaltig: Das Fest am Sonntag beginnt um zehn."
      })
  void topicThatNeedsClimateBringsNothingCloseToIt(String text) {
    assertThat(grade(text)).isEqualTo(ClimateGrade.NONE);
  }

  private static ClimateGrade grade(String text) {
    return TAGGER.tag("", text, "de").climate().grade();
  }
}
