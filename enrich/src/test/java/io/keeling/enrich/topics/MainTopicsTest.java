package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** German, which has no categorizer. */
class MainTopicsTest {

  private static final TopicTagger TAGGER = TopicTagger.load();

  private static final String FILLER =
      "Der Rat tagte bis in die Nacht, und die Stühle reichten nicht für alle, die gekommen waren."
          + " ";

  @Test
  void whatATextBeginsWithIsWhatItIsAbout() {
    String text =
        "Die Gletscher der Alpen schrumpfen, die Gletscherschmelze kostete sie drei Meter Eis. "
            + FILLER
            + "Am Rande ging es um den Klimawandel und um eine neue Photovoltaikanlage.";

    assertThat(of(text, TopicGrade.MAIN)).containsExactly("ice-polar");
    assertThat(of(text, TopicGrade.MENTION)).contains("solar-power");
  }

  @Test
  void everydayWordAloneMentionsNothingInALongText() {
    String text =
        "Der Klimawandel kostet das Land Millionen. " + FILLER.repeat(12) + "Das ist alles.";

    assertThat(of(text, TopicGrade.MENTION)).doesNotContain("climate-finance-loss-damage");
  }

  @Test
  void hydrocarbonsAreNoCoalAndNoHydrogen() {
    String text =
        "Der Klimawandel und die Chemie: Kohlenwasserstoffe bestehen aus Kohlenstoff und"
            + " Wasserstoffatomen.";

    assertThat(of(text, TopicGrade.MENTION)).doesNotContain("coal", "ccs-hydrogen-removal");
    assertThat(of(text, TopicGrade.MAIN)).doesNotContain("coal", "ccs-hydrogen-removal");
  }

  private static List<String> of(String text, TopicGrade grade) {
    return TAGGER.tag("", text, "de").topics().stream()
        .filter(topic -> topic.grade() == grade)
        .map(Topic::id)
        .toList();
  }
}
