package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Topic;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TopicTaggerTest {

  private static final TopicTagger TAGGER = new TopicTagger(TaxonomyReader.builtIn());

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/io/keeling/enrich/topics/sentences.tsv", delimiter = '\t')
  void sentenceGetsItsGradeAndTopics(String grade, String topics, String sentence) {
    TopicTagging tagging = TAGGER.tag("", sentence, "en");

    assertThat(tagging.climate().grade().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(grade);
    if (topics.equals("-")) {
      assertThat(ids(tagging)).isEmpty();
    } else {
      assertThat(ids(tagging)).contains(topics.split(","));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/io/keeling/enrich/topics/traps.tsv", delimiter = '\t')
  void trapGetsNoTopicAndNoGrade(String sentence) {
    TopicTagging tagging = TAGGER.tag("", sentence, "en");

    assertThat(ids(tagging)).isEmpty();
    assertThat(tagging.climate().grade()).isEqualTo(ClimateGrade.NONE);
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/io/keeling/enrich/topics/german.tsv", delimiter = '\t')
  void germanSentenceGetsItsGradeAndTopics(String grade, String topics, String sentence) {
    TopicTagging tagging = TAGGER.tag("", sentence, "de");

    assertThat(tagging.climate().grade().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(grade);
    if (topics.equals("-")) {
      assertThat(ids(tagging)).isEmpty();
    } else {
      assertThat(ids(tagging)).contains(topics.split(","));
    }
  }

  @Test
  void evidenceCutsTheWordsOutOfTheText() {
    String text = "In Ulm they built a wind farm 🌬 and, next to it, two Wind-Farms more.";

    Topic topic = TAGGER.tag("Wind farms", text, "en").topics().get(0);

    assertThat(topic.id()).isEqualTo("wind-power");
    assertThat(topic.evidence())
        .extracting(e -> text.substring(e.start(), e.end()))
        .containsExactly("wind farm", "Wind-Farms");
    assertThat(topic.evidence().get(0).rule()).isEqualTo("lexicon:wind farm");
  }

  @Test
  void titleRaisesTheScoreButGivesNoTopicAlone() {
    String text = "The council voted on the wind farm on Monday.";

    double alone = TAGGER.tag("", text, "en").topics().get(0).score();

    assertThat(TAGGER.tag("Wind farm approved", text, "en").topics().get(0).score())
        .isGreaterThan(alone);
    assertThat(TAGGER.tag("Wind farm approved", "The council voted on Monday.", "en").topics())
        .isEmpty();
  }

  @Test
  void passingSentenceInALongArticleIsAMention() {
    String passing = "He also spoke of climate change. ";
    String rest = "The mayor opened the new library and thanked the builders for their work. ";

    assertThat(TAGGER.tag("Library", passing, "en").climate().grade()).isEqualTo(ClimateGrade.MAIN);
    assertThat(TAGGER.tag("Library", rest.repeat(60) + passing, "en").climate().grade())
        .isEqualTo(ClimateGrade.MENTION);
  }

  @Test
  void languageWithoutLexiconIsNotTagged() {
    assertThat(TAGGER.speaks("fi")).isFalse();
    assertThat(TAGGER.tag("", "climate change and wind farms", "fi"))
        .isEqualTo(TopicTagging.UNKNOWN);
  }

  private static List<String> ids(TopicTagging tagging) {
    return tagging.topics().stream().map(Topic::id).toList();
  }
}
