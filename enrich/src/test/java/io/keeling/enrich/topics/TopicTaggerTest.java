package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTaggerTest {

  private static final TopicTagger TAGGER = TopicTagger.load();

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/io/keeling/enrich/topics/sentences.tsv", delimiter = '\t')
  void sentenceGetsItsGradeAndTopics(String grade, String topics, String sentence) {
    TopicTagging tagging = TAGGER.tag("", sentence, "en");

    assertThat(tagging.climate().grade().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(grade);
    if (topics.equals("-")) {
      assertThat(mains(tagging)).isEmpty();
    } else {
      assertThat(mains(tagging)).containsExactlyInAnyOrder(topics.split(","));
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
      assertThat(mains(tagging)).isEmpty();
    } else {
      assertThat(mains(tagging)).containsExactlyInAnyOrder(topics.split(","));
    }
  }

  @Test
  void evidenceCutsTheWordsOutOfTheText() {
    String text = "In Ulm they built a wind farm 🌬 and, next to it, two Wind-Farms more.";

    Topic topic =
        TAGGER.tag("Wind farms", text, "en").topics().stream()
            .filter(t -> t.id().equals("wind-power"))
            .findFirst()
            .orElseThrow();

    assertThat(topic.evidence())
        .extracting(e -> text.substring(e.start(), e.end()))
        .containsExactly("wind farm", "Wind-Farms");
    assertThat(topic.evidence().get(0).rule()).isEqualTo("lexicon:wind farm");
  }

  @Test
  void categorizerGivesATopicThatNoTermNamesAndTellsByWhichWords() {
    String text =
        "The council met on Monday.\n\n"
            + "All 62 blades have been lifted on to their towers off the Danish coast, and the"
            + " rotors will send enough megawatts ashore for half a million homes when they turn.";

    TopicTagging tagging = TAGGER.tag("", text, "en");

    TopicFinding wind = finding(tagging, "wind-power");
    assertThat(wind.given()).isTrue();
    assertThat(wind.passages().get(0).probability()).isGreaterThan(0.1);
    Topic topic =
        tagging.topics().stream()
            .filter(t -> t.id().equals("wind-power"))
            .findFirst()
            .orElseThrow();
    assertThat(topic.evidence())
        .allSatisfy(
            e ->
                assertThat(e.rule())
                    .satisfiesAnyOf(
                        rule -> assertThat(rule).startsWith("lexicon:"),
                        rule ->
                            assertThat(rule)
                                .startsWith("categorizer:paragraph 1: ")
                                .contains(text.substring(e.start(), e.end()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\n \n  ", "\r", "\u2028"})
  void evidenceTellsTheParagraphOfItsWords(String between) {
    String text =
        " The council met on Monday and heard what the town has spent on its roads, on its schools"
            + " and on the library that opened in spring next to the old market hall."
            + between
            + "All 62 blades of the wind farm have been lifted on to their towers off Denmark, and the"
            + " rotors will send enough megawatts ashore for half a million homes when they turn.";

    TopicFinding wind = finding(TAGGER.tag("", text, "en"), "wind-power");

    assertThat(wind.passages()).extracting(PassageEvidence::paragraph).containsExactly(2);
  }

  @Test
  void categorizerRulesOutATermThatIsAboutSomethingElse() {
    String term = "Coal, the striker's dog, ran on to the pitch and the referee stopped the match.";

    assertThat(finding(TAGGER.tag("", term, "en"), "coal").given()).isFalse();
  }

  @Test
  void longArticleWithASureTopicIsCloseWhateverElseItIsAbout() {
    String cars =
        """
        Ostrava's Vega has shown the cell that it hopes will win back its place among the \
        makers of electric cars. The company said the new battery, with a solid electrolyte, \
        would give its next hatchback a range of 900 kilometres.
        Vega sells one battery model at present, a small car for the town that was praised \
        for its seats and laughed at for its screen.
        Rivals from Korea and China have shown such cells too, but none has put them on sale \
        in an electric vehicle. Charging from a tenth to nine tenths is said to take eleven \
        minutes.
        """;
    String firm =
        """
        The firm was founded in 1922 by two brothers who repaired bicycles in a yard behind \
        the brewery, and for decades it built vans for the post and little else.
        Its chairman, Radim Halas, told shareholders on Tuesday that the board had thought \
        about leaving the business altogether. "We were late, and we knew it," he said.
        Shares rose by 4 per cent in Prague. Analysts at Moravia Capital kept their advice \
        to sell, since the firm has debts of 2.1 billion crowns and has lost money in three \
        of four years.
        The works council welcomed the plan. It wants the jobs of 3,200 people in writing \
        before it agrees to Saturday shifts.
        Halas, who is 58 and plays the organ in his village church, has promised to resign \
        if the hatchback is not in the showrooms by the spring after next.
        The design is by Petra Novotna, who drew the firm's sports coupe in the nineties and \
        came back from Turin to do this one.
        """;

    TopicTagging tagging = TAGGER.tag("", cars.repeat(2) + firm.repeat(4), "en");

    assertThat(tagging.climate().grade()).isEqualTo(ClimateGrade.ADJACENT);
    assertThat(mains(tagging)).containsExactly("transport");
  }

  private static TopicFinding finding(TopicTagging tagging, String id) {
    return tagging.findings().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void titleRaisesTheScoreButGivesNoTopicAlone() {
    String text = "The council voted on the wind farm on Monday.";

    double alone = finding(TAGGER.tag("", text, "en"), "wind-power").score();

    assertThat(finding(TAGGER.tag("Wind farm approved", text, "en"), "wind-power").score())
        .isGreaterThan(alone);
    assertThat(TAGGER.tag("Wind farm approved", "The council voted on Monday.", "en").topics())
        .isEmpty();
  }

  @Test
  void passingSentenceInALongArticleIsAMention() {
    String passing = "She spoke of climate change and what it costs the town. ";
    String rest = "The mayor opened the new library and thanked the builders for their work. ";

    assertThat(TAGGER.tag("", passing, "en").climate().grade()).isEqualTo(ClimateGrade.MAIN);
    assertThat(TAGGER.tag("Library", rest.repeat(60) + passing, "en").climate().grade())
        .isEqualTo(ClimateGrade.MENTION);
  }

  @Test
  void languageWithoutLexiconIsNotTagged() {
    assertThat(TAGGER.speaks("fi")).isFalse();
    assertThat(TAGGER.tag("", "climate change and wind farms", "fi"))
        .isEqualTo(TopicTagging.UNKNOWN);
  }

  @Test
  void topicThatIsSpokenOfInPassingIsAMention() {
    String coal = "Delegates at the climate talks also argued over closing coal plants.";
    String talks =
        "Delegates at the UN climate summit haggled over the text of the climate deal. "
            + "Negotiators said the climate negotiations would go on through the night. ";

    TopicTagging tagging = TAGGER.tag("Climate summit", talks.repeat(6) + "\n\n" + coal, "en");

    assertThat(mains(tagging)).contains("un-climate-talks").doesNotContain("coal");
    Topic mention =
        tagging.topics().stream().filter(t -> t.id().equals("coal")).findFirst().orElseThrow();
    assertThat(mention.grade()).isEqualTo(TopicGrade.MENTION);
    assertThat(mention.evidence()).isNotEmpty();
    assertThat(tagging.topics())
        .as("what it is about comes first")
        .isSortedAccordingTo(Comparator.comparing(Topic::grade));
  }

  @Test
  void topicIsMentionedOutOfOurFieldByThreeTermsAndNotByOne() {
    String rest = "The mayor opened the new library and thanked the builders for their work. ";
    String one = "He once wrote a song on hydraulic fracturing. ";
    String three =
        "Her father came for the oil boom, drove past the drilling rigs every day and lost his"
            + " farm to hydraulic fracturing. ";

    assertThat(finding(TAGGER.tag("", rest.repeat(20) + one, "en"), "oil-gas").withheld())
        .containsExactly(WithholdingRule.OUT_OF_FIELD);
    TopicTagging tagging = TAGGER.tag("", rest.repeat(30) + three + rest.repeat(30), "en");
    assertThat(tagging.climate().grade()).isEqualTo(ClimateGrade.NONE);
    assertThat(tagging.topics())
        .extracting(Topic::id, Topic::grade)
        .containsExactly(tuple("oil-gas", TopicGrade.MENTION));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | transport        | Wegen der Erderwärmung fahren die Musiker mit dem Zug zum Konzert.
          fr | transport        | Face au réchauffement climatique, le groupe prend le train.
          es | health           | El cambio climático llena los hospitales de mayores.
          it | culture-lifestyle | Per il riscaldamento globale il festival cambia data.
          pt | investing-insurance | As mudanças climáticas assustam as seguradoras do país.
          nl | transport | Door de klimaatverandering neemt de band nu de trein.
          """)
  void wordBesideClimateMentionsItsTopic(String language, String topic, String text) {
    assertThat(TAGGER.tag("", text, language).topics()).extracting(Topic::id).contains(topic);
    assertThat(
            TAGGER
                .tag(
                    "",
                    text.replaceAll(
                        "(?i)erderwärmung|réchauffement climatique"
                            + "|cambio climático|riscaldamento globale|mudanças climáticas"
                            + "|klimaatverandering",
                        "Müller"),
                    language)
                .topics())
        .extracting(Topic::id)
        .doesNotContain(topic);
  }

  @Test
  void climateGradeHasTheWordsThatShowIt() {
    String text = "The harbour was rebuilt. Global warming lifts the sea, the council said.";

    Climate climate = TAGGER.tag("Harbour", text, "en").climate();

    assertThat(climate.evidence())
        .anySatisfy(
            e -> {
              assertThat(text.substring(e.start(), e.end())).isEqualTo("Global warming");
              assertThat(e.rule()).isEqualTo("lexicon:global warming");
            });
  }

  private static List<String> mains(TopicTagging tagging) {
    return tagging.topics().stream()
        .filter(topic -> topic.grade() == TopicGrade.MAIN)
        .map(Topic::id)
        .toList();
  }

  private static List<String> ids(TopicTagging tagging) {
    return tagging.topics().stream().map(Topic::id).toList();
  }
}
