package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.text.Sentence;
import io.keeling.models.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTaggerTest {

  private static final NameModel MODEL = NameModel.load();

  private static final List<String> ARTICLES =
      List.of(
          "John Kerry flew to Beijing. In Beijing, Kerry met officials of the Chinese government.",
          "The International Energy Agency (IEA) spoke in Paris. The IEA sees less coal in India.",
          "FLOODS HIT LAGOS\n\nNigeria's president, Bola Tinubu, asked the World Bank for help.",
          "Exxon Mobil and Shell sued the Environmental Protection Agency in Texas on Monday.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERSON       | Angela Merkel      | Former chancellor Angela Merkel spoke on Tuesday.
          PERSON       | Xi Jinping         | China's president, Xi Jinping, did not attend the talks.
          PERSON       | Greta Thunberg     | “We will not stop,” said Greta Thunberg, 21.
          PERSON       | Wanjiru Kamau      | Farmer Wanjiru Kamau lost two cows to the drought.
          ORGANIZATION | World Bank         | The World Bank lent 200 million dollars for the dam.
          ORGANIZATION | European Union     | The European Union's ministers agreed on a target.
          ORGANIZATION | Greenpeace         | Greenpeace said the plan was too weak.
          ORGANIZATION | University of Leeds | The study was led by the University of Leeds.
          LOCATION     | Nairobi            | The talks will open in Nairobi next week.
          LOCATION     | Bangladesh         | Millions in Bangladesh live less than a metre above the sea.
          LOCATION     | California         | Fires burned across California for a third day.
          LOCATION     | PAKISTAN           | HUNDREDS DIE AS FLOODS SWEEP PAKISTAN
          """)
  void findsANameOfEachKind(EntityType type, String name, String text) {
    assertThat(namesOf(text)).contains(type + " " + name);
  }

  @Test
  void leavesPossessivesAndQuotationMarksOut() {
    assertThat(
            namesOf("Brazil's forests shrank. “Brazil’s” rivers did too, Brazil-based Vale said."))
        .contains("LOCATION Brazil")
        .noneMatch(name -> name.contains("'s") || name.contains("’"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dan Patrick    | On Friday Lt. Gov. Dan Patrick of Texas wrote to U.S. Rep. Pat Fallon.
          Pat Fallon     | On Friday Lt. Gov. Dan Patrick of Texas wrote to U.S. Rep. Pat Fallon.
          Noel Rosal     | "Somebody pocketed that sand," said Albay Governor Noel Rosal.
          Anne Dale      | Police said Cllr Anne Dale and Archbishop Paul Ndlovu came.
          Paul Ndlovu    | Police said Cllr Anne Dale and Archbishop Paul Ndlovu came.
          Skylar Franke  | The budget passed. Coun. Skylar Franke voted for it.
          """)
  void leavesTitlesOut(String name, String text) {
    assertThat(namesOf(text))
        .contains("PERSON " + name)
        .noneMatch(n -> n.contains("Gov") || n.contains("Coun") || n.contains("Archbishop"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERSON       | Jarred-Michael Erickson  | "It was the wind," said Jarred-Michael Erickson, chairman of the tribes.
          PERSON       | Kelly-Ann O'Rourke       | Nurse Kelly-Ann O'Rourke said the ward was too hot to work in.
          ORGANIZATION | Aix-Marseille University | Yannick Garcin of Aix-Marseille University led the study.
          """)
  void keepsHyphenatedNamesWhole(EntityType type, String name, String text) {
    assertThat(namesOf(text)).contains(type + " " + name);
  }

  @Test
  void findsASurnameAgainAfterTheFullName() {
    assertThat(namesOf(ARTICLES.get(0))).contains("PERSON John Kerry", "PERSON Kerry");
  }

  @Test
  void findsAPersonInTheFullNameOfASurname() {
    assertThat(
            namesOf(
                "She lost in the final of the Australian Open, where Coco Gauff beat her 6-3."
                    + " Gauff said she was tired."))
        .contains("PERSON Coco Gauff", "PERSON Gauff");
  }

  @Test
  void findsAnAcronymAgainAfterItsExpansion() {
    assertThat(namesOf(ARTICLES.get(1)))
        .contains("ORGANIZATION International Energy Agency")
        .filteredOn(name -> name.equals("ORGANIZATION IEA"))
        .hasSize(2);
  }

  @Test
  void findsAShortFormAgainThatTheTextHasInBracketsOrAfterOr() {
    assertThat(
            namesOf(
                "The Northern Peatland Council, or Norpeac, spoke. Later Norpeac left the hall."
                    + " The Alliance of Small Island States (Aosis) spoke. Later Aosis left."))
        .filteredOn(name -> name.endsWith(" Norpeac") || name.endsWith(" Aosis"))
        .containsExactly(
            "ORGANIZATION Norpeac",
            "ORGANIZATION Norpeac",
            "ORGANIZATION Aosis",
            "ORGANIZATION Aosis");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "it rained all day and nobody came.", "3.5 % (420.5) — ?!", "\ud83d"})
  void findsNoNameWhereThereIsNone(String text) {
    assertThat(namesOf(text)).isEmpty();
  }

  @Test
  void givesNamesInOrderWithoutOverlapWithinTheirSentence() {
    for (String article : ARTICLES) {
      List<Sentence> sentences = analyze(article);
      int end = 0;
      for (NameSpan name : new NameTagger(MODEL).tag(sentences)) {
        assertThat(name.start()).isGreaterThanOrEqualTo(end);
        assertThat(sentences).anyMatch(s -> s.start() <= name.start() && name.end() <= s.end());
        assertThat(name.probability()).isBetween(0.0, 1.0);
        end = name.end();
      }
    }
  }

  @Test
  void forgetsADocumentBeforeTheNext() {
    NameTagger tagger = new NameTagger(MODEL);
    List<List<NameSpan>> forwards = ARTICLES.stream().map(a -> tagger.tag(analyze(a))).toList();
    List<List<NameSpan>> backwards = new ArrayList<>();
    for (int i = ARTICLES.size() - 1; i >= 0; i--) {
      backwards.add(0, tagger.tag(analyze(ARTICLES.get(i))));
    }
    assertThat(backwards).isEqualTo(forwards);
  }

  @Test
  void twoTaggersOnTwoThreadsGiveEqualResultsFromOneModel() {
    CompletableFuture<List<List<NameSpan>>> one = CompletableFuture.supplyAsync(this::tagMany);
    CompletableFuture<List<List<NameSpan>>> two = CompletableFuture.supplyAsync(this::tagMany);
    assertThat(one.join()).isEqualTo(two.join()).hasSize(200);
  }

  @Test
  void saysWhatItIsAndWhichLanguagesItWasTrainedFor() {
    assertThat(MODEL.name()).startsWith("keeling-names-en");
    assertThat(MODEL.languages()).containsExactly("en");
  }

  private List<List<NameSpan>> tagMany() {
    NameTagger tagger = new NameTagger(MODEL);
    return IntStream.range(0, 200)
        .mapToObj(i -> tagger.tag(analyze(ARTICLES.get(i % ARTICLES.size()))))
        .toList();
  }

  private static List<String> namesOf(String text) {
    return new NameTagger(MODEL)
        .tag(analyze(text)).stream()
            .map(name -> name.type() + " " + text.substring(name.start(), name.end()))
            .toList();
  }

  private static List<Sentence> analyze(String text) {
    return TextAnalyzer.forLanguage("en").analyze(text);
  }
}
