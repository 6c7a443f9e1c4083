package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.models.names.NameModel;
import io.keeling.models.topics.TopicModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithholdingRuleTest {

  private static final TopicTagger TAGGER = TopicTagger.load();

  private static final String DOG =
      "Coal, the striker's dog, ran on to the pitch and the referee stopped the match.";

  @Test
  void topicOfAnArticleOutOfOurFieldSaysSo() {
    assertThat(finding("", DOG, "en", "coal").withheld())
        .containsExactly(WithholdingRule.BELOW_LIMIT, WithholdingRule.OUT_OF_FIELD);
  }

  @Test
  void articleOutOfOurFieldMentionsATopicByThreeTermsOfItAndByNoFewer() {
    String match =
        "The striker scored twice, the referee blew his whistle, and the crowd went home singing. ";
    String two =
        match.repeat(6) + "He came by night trains and in a hybrid car. " + match.repeat(6);
    String three =
        match.repeat(6)
            + "He came by night trains, in a hybrid car and by way of a bus lane. "
            + match.repeat(6);

    assertThat(TAGGER.tag("", two, "en").climate().grade()).isEqualTo(ClimateGrade.NONE);
    assertThat(TAGGER.tag("", two, "en").topics()).isEmpty();
    assertThat(TAGGER.tag("", three, "en").climate().grade()).isEqualTo(ClimateGrade.NONE);
    assertThat(TAGGER.tag("", three, "en").topics())
        .extracting(Topic::id)
        .containsExactly("transport");
  }

  @Test
  void topicThatOnlyTheTitleNamesHasNoEvidence() {
    String title = "Windkraft, Windkraft und Windkraft";

    assertThat(finding(title, "Der Rat tagte.", "de", "wind-power").withheld())
        .containsExactly(WithholdingRule.NO_EVIDENCE);
  }

  @Test
  void topicThatNeedsClimateSaysSoWhereItIsNotSpokenOf() throws IOException {
    TopicTagger tagger = withTopic("needsClimate: true");

    TopicFinding ballet = finding(tagger.tag("", "A ballet, the ballet.", "en"), "ballet");

    assertThat(ballet.given()).isFalse();
    assertThat(ballet.withheld())
        .containsExactly(WithholdingRule.OUT_OF_FIELD, WithholdingRule.NEEDS_CLIMATE);
  }

  @Test
  void topicThatAnEditorAddedIsMeasuredByItsTerms() throws IOException {
    TopicTagger tagger = withTopic("needsClimate: false");

    TopicFinding ballet = finding(tagger.tag("", "A ballet, the ballet.", "en"), "ballet");

    assertThat(ballet.given()).isTrue();
    assertThat(ballet.measure()).isEqualTo(new Measure("weight of its terms", 4.8, 2.8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council voted on the wind farm on Monday.",
        "All 62 blades of the wind farm turn off the coast, and the rotors send megawatts ashore.",
        "Campaigners say that climate change and coal, oil and gas are what the summit is about.",
        "The minister opened a library.",
        DOG
      })
  void topicIsGivenIfAndOnlyIfNothingKeepsItBack(String text) {
    for (String language : List.of("en", "de")) {
      for (TopicFinding finding : TAGGER.tag("Coal and wind farms", text, language).findings()) {
        assertThat(finding.given()).isEqualTo(finding.withheld().isEmpty());
        assertThat(finding.withheld().contains(WithholdingRule.BELOW_LIMIT))
            .isEqualTo(finding.score() < TopicFinding.LIMIT);
        // A mention is measured by what it would take to be about the topic.
        assertThat(finding.measure().value() < finding.measure().limit())
            .isEqualTo(
                finding.score() < TopicFinding.LIMIT || finding.grade() == TopicGrade.MENTION);
      }
    }
  }

  @Test
  void topicThatTheTextNamesOftenNeedsLess() {
    String text =
        "The bank took part in the sale of a house, and a loan was given for the house.\n"
            + "The heat wave was named by the buyer, too, as he had been told.\n";

    double seldom = finding("", text.repeat(3), "en", "heat").measure().limit();
    double often = finding("", text.repeat(4), "en", "heat").measure().limit();

    assertThat(often).isLessThan(seldom / 2);
  }

  @Test
  void longArticleHasAnotherLimitThanABriefOne() {
    String text = "All 62 blades of the wind farm turn, and the rotors send megawatts ashore.\n";

    double brief = finding("", text, "en", "wind-power").measure().limit();
    double longer = finding("", text.repeat(20), "en", "wind-power").measure().limit();

    assertThat(brief).isGreaterThan(longer);
  }

  @Test
  void gradeTellsWhatDecided() {
    assertThat(whats("Climate change is man-made.", "en"))
        .containsExactly("speaks of climate change", "is about climate change");
    assertThat(whats(DOG, "en"))
        .containsExactly(
            "speaks of climate change", "is adjacent to climate change", "or has a sure topic");
    assertThat(whats("Der Klimawandel.", "de"))
        .containsExactly(
            "weight of terms of climate change",
            "is about climate change",
            "mentions it at the beginning, or in enough parts");
    assertThat(whats("Ilmastonmuutos.", "fi")).isEmpty();
  }

  @Test
  void gradeOfNoneTellsWhatWasLookedAt() {
    ClimateReasons reasons = TAGGER.climateReasons("", DOG, "en");

    assertThat(TAGGER.tag("", DOG, "en").climate().grade()).isEqualTo(ClimateGrade.NONE);
    assertThat(reasons.measures()).allMatch(m -> m.value() < m.limit());
    assertThat(reasons.climate()).hasSize(1);
    assertThat(reasons.related().get(0).terms())
        .extracting(PassageEvidence.Term::word)
        .contains("Coal");
  }

  private static List<String> whats(String text, String language) {
    return TAGGER.climateReasons("", text, language).measures().stream()
        .map(Measure::what)
        .toList();
  }

  private static TopicFinding finding(String title, String text, String language, String id) {
    return finding(TAGGER.tag(title, text, language), id);
  }

  private static TopicFinding finding(TopicTagging tagging, String id) {
    return tagging.findings().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  /** The taxonomy of ours with a topic on the ballet. */
  private static TopicTagger withTopic(String setting) throws IOException {
    try (InputStream in =
        TaxonomyReader.class.getResourceAsStream("/io/keeling/enrich/taxonomy.yaml")) {
      String yaml =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              + """

                - id: ballet
                  label: Ballet
                  group: impacts
                  note: Dances.
                  %s
                  lexicon:
                    - {weight: 3, terms: [ballet]}
              """
                  .formatted(setting);
      return new TopicTagger(
          TaxonomyReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
          TopicModel.load(NameModel.load().clusters()));
    }
  }
}
