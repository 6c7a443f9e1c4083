package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatorTest {

  private static final Annotator ANNOTATOR = new Annotator(AnnotatorResources.load());

  private static final String MODEL_CASE =
      """
      China and the United States have quietly resumed their climate talks, two officials said on \
      Monday. John Kerry, the former U.S. envoy, met Xi Jinping in Beijing in May.

      Kerry said Xi was open to deeper cuts in emissions. "The UN welcomes it," said a spokesman of \
      the United Nations.
      """;

  @Test
  void mentionsOfOnePersonAreOneName() {
    Annotation annotation = ANNOTATOR.annotate("", MODEL_CASE, "en");

    Name kerry = name(annotation, "John Kerry");
    assertThat(kerry.type()).isEqualTo(NameType.PERSON);
    assertThat(forms(kerry, MODEL_CASE)).containsExactly("John Kerry", "Kerry");
    assertThat(forms(name(annotation, "Xi Jinping"), MODEL_CASE))
        .containsExactly("Xi Jinping", "Xi");
    assertThat(forms(name(annotation, "United Nations"), MODEL_CASE))
        .containsExactly("UN", "United Nations");
  }

  @Test
  void countriesAddUpToOneHeaviestFirst() {
    List<CountryWeight> countries = ANNOTATOR.annotate("", MODEL_CASE, "en").countries();

    assertThat(countries).extracting(CountryWeight::code).containsExactly("CN", "US");
    assertThat(countries.stream().mapToDouble(CountryWeight::weight).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(countries).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
  }

  @Test
  void titleRaisesSalience() {
    double without = name(ANNOTATOR.annotate("", MODEL_CASE, "en"), "John Kerry").salience();
    double with =
        name(ANNOTATOR.annotate("What John Kerry did", MODEL_CASE, "en"), "John Kerry").salience();

    assertThat(with).isGreaterThan(without).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "fi", "und"})
  void everyOffsetCutsSomethingWholeOutOfAnyText(String language) {
    String[] pieces = {
      "John Kerry ",
      "Kerry's ",
      "(U.N.) ",
      "“Xi Jinping” ",
      "climate change ",
      "wind farm’s ",
      "\n\n",
      "🌍",
      "München, ",
      "Paris, Texas. ",
      "said the ",
      "l'Italie et ",
      "EU-Kommission ",
      "DIE VEREINTEN NATIONEN ",
      "Gov. O'Doherty ",
      "CO₂ ",
      "e\u0301tat ",
      "- ",
      "\u00ad"
    };
    Random random = new Random(1958);
    for (int run = 0; run < 100; run++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        built.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = built.toString();

      Annotation annotation = ANNOTATOR.annotate("", text, language);

      for (Name name : annotation.names()) {
        assertThat(name.salience()).isBetween(0.0, 1.0);
        for (String form : forms(name, text)) {
          assertThat(form).isEqualTo(form.strip()).isNotEmpty();
          assertThat(form).doesNotEndWith("'s").doesNotEndWith("’s");
        }
      }
      annotation
          .topics()
          .forEach(
              topic ->
                  assertThat(topic.evidence())
                      .isNotEmpty()
                      .allSatisfy(
                          e ->
                              assertThat(text.substring(e.start(), e.end()))
                                  .isEqualTo(text.substring(e.start(), e.end()).strip())
                                  .isNotEmpty()));
    }
  }

  @Test
  void riverInTheNameOfAGermanCityIsNoPlaceOfItsOwn() {
    List<Name> names =
        ANNOTATOR
            .annotate(
                "",
                "In Frankfurt am Main und in Frankfurt an der Oder regnete es. In Berlin am Montag"
                    + " nicht. Die Polizei in Frankfurt (Oder) half.",
                "de")
            .names();

    assertThat(names)
        .extracting(Name::text)
        .containsExactlyInAnyOrder(
            "Frankfurt am Main", "Frankfurt an der Oder", "Frankfurt (Oder)", "Berlin");
    assertThat(
            names.stream().filter(n -> n.text().endsWith("Oder")).findFirst().orElseThrow().lon())
        .isCloseTo(14.55, within(0.1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Das Klimaabkommen von Paris und der Vertrag von Lissabon binden Chile.
          fr | L'accord de Paris et le traité de Lisbonne obligent le Chili.
          es | El Acuerdo de París, el acuerdo de Paris y el Tratado de Lisboa obligan a Chile.
          es | El acuerdo climático de París obliga a Chile.
          it | L'accordo di Parigi e il trattato di Lisbona obbligano il Cile.
          pt | O Acordo de Paris e o Tratado de Lisboa obrigam o Chile.
          nl | Het klimaatakkoord van Parijs en het Verdrag van Lissabon binden Chili.
          """)
  void treatyIsNotInTheCityThatItIsCalledAfter(String language, String text) {
    assertThat(ANNOTATOR.annotate("", text, language).countries())
        .containsExactly(new CountryWeight("CL", 1));
  }

  @Test
  void treatyOfACountryIsStillOneOfThatCountry() {
    assertThat(
            ANNOTATOR
                .annotate("", "El acuerdo de Alemania con Chile y el viaje a París.", "es")
                .countries())
        .extracting(CountryWeight::code)
        .containsExactlyInAnyOrder("DE", "CL", "FR");
  }

  @Test
  void unsupportedLanguageSaysWhatDidNotRun() {
    Annotation annotation = ANNOTATOR.annotate("", "Ilmastonmuutos etenee Suomessa.", "fi");

    assertThat(annotation.enrichment().models()).containsExactly("no-names-fi", "no-lexicon-fi");
    assertThat(annotation.topics()).isEmpty();
    assertThat(annotation.names()).isEmpty();
  }

  @Test
  void germanGetsTopicsAndCountries() {
    Annotation annotation =
        ANNOTATOR.annotate("", "Der Klimagipfel stritt über Frankreichs Plan mit China.", "de");

    assertThat(annotation.topics()).extracting(t -> t.id()).contains("un-climate-talks");
    assertThat(annotation.countries()).extracting(CountryWeight::code).contains("CN");
    assertThat(annotation.enrichment().models())
        .contains("keeling-names-six-1", "keeling-taxonomy-de-1");
  }

  @Test
  void namesOfOtherLanguagesAreFoundAndMerged() {
    String text =
        """
        Umweltministerin Sabine Rautenberg lobte die Vereinten Nationen. Die UN und Deutschlands \
        Umweltbundesamt wollen helfen, sagte Rautenberg in Potsdam.
        """;

    Annotation annotation = ANNOTATOR.annotate("", text, "de");

    assertThat(forms(name(annotation, "Sabine Rautenberg"), text))
        .containsExactly("Sabine Rautenberg", "Rautenberg");
    assertThat(forms(name(annotation, "Vereinten Nationen"), text))
        .containsExactly("Vereinten Nationen", "UN");
    assertThat(name(annotation, "Deutschland").country()).isEqualTo("DE");
    assertThat(annotation.enrichment().models()).anyMatch(model -> model.endsWith("-as-evidence"));
  }

  @Test
  void surnameInTheHeadlineRaisesSalience() {
    double without = name(ANNOTATOR.annotate("Nobody", MODEL_CASE, "en"), "John Kerry").salience();

    assertThat(name(ANNOTATOR.annotate("Kerry flies", MODEL_CASE, "en"), "John Kerry").salience())
        .isGreaterThan(without);
    assertThat(
            name(ANNOTATOR.annotate("UN: it rains", MODEL_CASE, "en"), "United Nations").salience())
        .isGreaterThan(name(ANNOTATOR.annotate("", MODEL_CASE, "en"), "United Nations").salience());
  }

  @Test
  void namesOfLinesThatBelongToThePageAreNone() {
    String text =
        "Rain fell on Lima on Monday.\n\n"
            + "Read more: John Kerry in Beijing and Pakistan\n\n"
            + "It rained.";

    Annotation annotation = ANNOTATOR.annotate("", text, "en");

    assertThat(annotation.names()).extracting(Name::text).containsExactly("Lima");
    assertThat(annotation.countries()).extracting(CountryWeight::code).containsExactly("PE");
  }

  @Test
  void countryIsNotShortForABodyThatItsNameBegins() {
    String text = "The U.S. and the UN met. The U.S. Senate and the UN Security Council did not.";

    assertThat(ANNOTATOR.annotate("", text, "en").names())
        .extracting(Name::text)
        .contains("U.S.", "UN", "UN Security Council");
  }

  @Test
  void namesOfOneCountryAreOneName() {
    TagExplanation explanation =
        ANNOTATOR.explain(
            "",
            "Britain will pay. The UK said so in London, and Britain's ministers agreed with"
                + " Ireland. Scotland and the British will not.",
            "en");

    assertThat(named(explanation, "Britain").forms()).containsExactly("Britain", "UK", "Britain");
    assertThat(explanation.annotation().names())
        .extracting(Name::text)
        .contains("Ireland", "Scotland")
        .doesNotContain("UK");
  }

  @Test
  void explanationTellsWhy() {
    TagExplanation explanation =
        ANNOTATOR.explain("", "John Kerry flew to Paris, Texas. Kerry saw a wind farm.", "en");

    assertThat(explanation.sentences()).hasSize(2);
    ExplainedName kerry = named(explanation, "John Kerry");
    assertThat(kerry.reasons()).containsExactly("tagged", "surname of John Kerry");
    ExplainedName paris = named(explanation, "Paris");
    assertThat(paris.choice().place().country()).isEqualTo("US");
    assertThat(paris.choice().alternatives()).extracting(p -> p.country()).contains("FR");
    assertThat(explanation.tagging().findings().get(0).hits().get(0).term()).isEqualTo("wind farm");
  }

  @Test
  void modelExplainsOnlyTheNamesItLookedFor() {
    TagExplanation english = ANNOTATOR.explain("", "John Kerry spoke in Lima.", "en");
    TagExplanation german =
        ANNOTATOR.explain("", "Umweltministerin Sabine Rautenberg sprach.", "de");

    assertThat(german.names()).isNotEmpty();
    assertThat(ANNOTATOR.evidence(english, english.names().get(0).name())).isNotEmpty();
    assertThat(ANNOTATOR.evidence(german, german.names().get(0).name())).isEmpty();
  }

  @Test
  void textThatIsTooLongIsCutBetweenCharacters() {
    String longest = "x".repeat(Annotator.LONGEST - 1);

    assertThat(Annotator.beginning(longest + "\ud83c\udf0d" + longest, Annotator.LONGEST))
        .isEqualTo(longest);
    assertThat(Annotator.beginning("x " + longest, Annotator.LONGEST))
        .isEqualTo("x " + longest.substring(1));
    assertThat(Annotator.beginning(longest + " x", Annotator.LONGEST)).isEqualTo(longest);
    assertThat(Annotator.beginning(longest + "x", Annotator.LONGEST)).isEqualTo(longest + "x");
  }

  private static ExplainedName named(TagExplanation explanation, String text) {
    return explanation.names().stream()
        .filter(n -> n.name().text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Name name(Annotation annotation, String text) {
    return annotation.names().stream().filter(n -> n.text().equals(text)).findFirst().orElseThrow();
  }

  private static List<String> forms(Name name, String text) {
    return name.mentions().stream().map((Mention m) -> text.substring(m.start(), m.end())).toList();
  }
}
