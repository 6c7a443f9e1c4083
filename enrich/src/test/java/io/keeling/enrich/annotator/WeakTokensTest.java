package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A country never comes from one weak token, and what is no organisation is called none. */
class WeakTokensTest {

  private static final Annotator ANNOTATOR = new Annotator(AnnotatorResources.load());

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          de | Im Boden des Gartens fand die Gärtnerin drei alte Münzen. Boden und Wasser sind knapp.
          de | Unter dem Boden der Bar lag ein Hohlraum, sagte der Wirt. Die Bar öffnet um acht.
          de | Kenner loben den Wein vom Hang. Ein Kenner der Szene sagte, der Preis sei zu hoch.
          de | Kant schrieb über die Pflicht. Für Kant gilt das Versprechen auch dem Lügner.
          de | Mitte 2019 wurde das Haus gebaut. Vom schmucken Po des Autos abgesehen, gefiel es keinem.
          de | Die "Löwen" holten zwei Punkte. Die Halle war voll, und die Weiden standen im Wind.
          en | Emma Boden said the bakery on the corner would stay open. Boden has run it for years.
          en | Orders at Boden rose by a fifth, the clothing retailer said. Boden sells striped shirts.
          en | He ordered a drink at the Bar. The Bar was loud and the band was late.
          en | Members of the Bar voted on Tuesday. The Bar Council said the fees were too low.
          en | The Hyundai Santa Fe has seven seats. We drove the Santa Fe for a week and liked it.
          en | A new Santa Fe costs about as much as a van. Santa Fe owners get a long warranty.
          en | Kant wrote that duty comes before desire. For Kant, a promise binds even a liar.
          en | The clerk, Paul Turkey, was fined. "I did nothing wrong," Turkey told the court.
          en | The crew had a meal in orbit. Turkey and gravy came first, then cranberry sauce.
          en | Phoenix was seven when she drew the whale. Her mother says Phoenix wants to dive.
          en | Eight-year-old Phoenix Hart won the prize. Phoenix practised with her grandmother.
          en | Every tyre was bought at Tire Rack. The truck has a Baja Mode, and Baja suits it.
          en | She met him on the dating app Raya. While on Raya he had used another name.
          en | Most of them speak English at home. The test covers basic math and English.
          en | She bought a Nail Polish Mani set and a Norwegian Spruce, and lit a Roman candle.
          en | In both Spanish and Portuguese, the word for water begins alike, the book says.
          en | The Rock Creek Edition has a louder horn. On all trims but the Rock Creek the roof is grey.
          en | Ortega P et al. Rash in a Portuguese hospital in Lisbon. Eur J Derm. 2006;155(2):422-8.
          en | Soft Jersey is warm, and the coat is cut wide. Jersey does not crease.
          de | Ein Santa Cruz-Bike erkennt man sofort. Damit wirbt Santa Cruz im Herbst.
          de | Der Rektor Wilson Madeira Filho wurde am Montag angehört.
          es | El termómetro de la isla Seymour marcó veinte grados, un récord de toda América.
          en | Fans of the singer and of Hannah Montana cheered when the Hannah Montana cast sang.
          fr | Durant plusieurs semaines, il ne dit rien. Maurice, lui, chantait tous les soirs.
          es | Mauricio Vargas salió en la segunda parte. Yeison Molina y Gustavo Muñoz entraron.
          es | El gobierno Central pagó las pensiones. La Relatoría para la Libertad de Expresión calló.
          """)
  void wordsFirmsAndPeopleBringNoCountry(String language, String text) {
    Annotation annotation = ANNOTATOR.annotate("", text, language);

    assertThat(annotation.countries()).isEmpty();
    assertThat(annotation.names()).allSatisfy(name -> assertThat(name.country()).isNull());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | GB    | In Schottland regnete es am Montag. Die Fähren nach Schottland standen still.
          de | GB    | Die Regierung von Schottland plant mehr Windkraft.
          de | DE    | Der Landwirt aus Salzkotten hat den Hof verkauft.
          de | DE    | Warendorf (fn-press). Die Züchter trafen sich am Montag.
          de | SE    | Das Werk in Sundsvall soll Stahl ohne Kohle machen.
          de | KY    | Die Firma sitzt auf den Cayman Islands, heißt es in dem Bericht.
          en | JM    | A patient died at Spanish Town Hospital in Jamaica, officers said.
          en | US    | The Dane County sheriff spoke to voters in Wisconsin.
          en | US    | Red Lodge is small. The people of Red Lodge, Montana, skied.
          en | SE    | The mill in Boden will make steel without coal.
          en | US    | In Phoenix it was hot. The people of Phoenix stayed in.
          en | TR    | The lira fell in Turkey on Monday.
          en | US    | The firm moved to Kenner, Louisiana, after the storm.
          en | GB    | A strike at the Nottingham office went on.
          es | CL    | El incendio en Molina quemó dos casas.
          fr | FR    | La maire de Montreuil a signé.
          """)
  void townThatTheWordsAroundItPlaceBringsItsCountry(String language, String country, String text) {
    assertThat(ANNOTATOR.annotate("", text, language).countries())
        .extracting(CountryWeight::code)
        .containsExactly(country);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAIROBI (Reuters) - Rain fell on the tea farms of Kenya on Monday, growers said. | KE
          ANKARA (Anadolu) - The parliament of Turkey voted late on Monday, officials said. | TR
          AMMAN (Petra) - The ministry in Jordan said that the wells are dry. | JO
          By Agence France-Presse in Dakar. Senegal voted on Sunday, and the polls were full. | SN
          """)
  void newsAgencyInADatelineIsNoPlaceAndBringsNoCountry(String text, String country) {
    Annotation annotation = ANNOTATOR.annotate("", text, "en");

    assertThat(annotation.countries()).extracting(CountryWeight::code).containsExactly(country);
    assertThat(places(annotation))
        .doesNotContain("Reuters", "Anadolu", "Petra", "Agence France-Presse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Christians and Muslims prayed together. Islam and Christianity share the hill.
          The Maori won the case. The Inuit spoke first; Jews and Hindus followed.
          Sunni and Shia clerics signed it. Buddhism came later, and Sikhs after that.
          The Sioux and the Navajo won, and the Yazidis and Kurds sang.
          """)
  void peopleAndReligionsAreNoOrganisations(String text) {
    assertThat(ANNOTATOR.annotate("", text, "en").names())
        .extracting(Name::type)
        .doesNotContain(NameType.ORGANIZATION);
  }

  @Test
  void officeWithItsHolderIsABodyAndAPerson() {
    Annotation annotation =
        ANNOTATOR.annotate(
            "",
            "European Commission President Ursula Lindgren spoke in Brussels. Federal Reserve Chair"
                + " Mark Ellis testified.",
            "en");

    assertThat(annotation.names())
        .filteredOn(name -> name.type() == NameType.PERSON)
        .extracting(Name::text)
        .containsExactlyInAnyOrder("Ursula Lindgren", "Mark Ellis");
    assertThat(annotation.names())
        .filteredOn(name -> name.type() == NameType.ORGANIZATION)
        .extracting(Name::text)
        .containsExactlyInAnyOrder("European Commission", "Federal Reserve");
  }

  @Test
  void partyBeforeAPlaceIsNoPartOfAName() {
    Annotation annotation =
        ANNOTATOR.annotate(
            "",
            "Against it were Reps. Ana Reyes, D-Orlando, and Tom Hale, D-Tampa. Rep. Linda Moor,"
                + " R-Jacksonville, had written it.",
            "en");

    assertThat(places(annotation)).contains("Orlando", "Tampa", "Jacksonville");
    assertThat(annotation.names())
        .filteredOn(name -> name.type() == NameType.PERSON)
        .extracting(Name::text)
        .allSatisfy(text -> assertThat(text).doesNotContain("-"));
  }

  @Test
  void continentLiesInNoCountry() {
    assertThat(
            ANNOTATOR
                .annotate(
                    "", "In Sucre und Potosí in Bolivien fährt man anders als in Asien.", "de")
                .names())
        .filteredOn(name -> name.text().equals("Asien"))
        .allSatisfy(name -> assertThat(name.country()).isNull());
  }

  @Test
  void oneAdjectiveIsNotWhereALongTextPlays() {
    String plot = "The heroes train in a barn and wait for the harvest to end. ".repeat(40);

    assertThat(ANNOTATOR.annotate("", plot + "A Japanese film gave the idea.", "en").countries())
        .isEmpty();
    assertThat(ANNOTATOR.annotate("", "A Japanese film gave the idea.", "en").countries())
        .extracting(CountryWeight::code)
        .containsExactly("JP");
  }

  @Test
  void paperMeansTheTownAtHomeThoughOneAbroadIsLarger() {
    String text = "The man from Scarborough hid it in a car. Scarborough police found it.";

    assertThat(countries("scarboroughnews.co.uk", text)).containsExactly("GB");
    assertThat(countries("news.example.ca", text)).containsExactly("CA");
    assertThat(countries("news.example.co.uk", text + " Toronto is in Canada.")).contains("CA");
  }

  private static List<String> countries(String domain, String text) {
    Article article =
        Article.of(
            "https://" + domain + "/a",
            new Outlet(domain, domain, domain),
            "A title",
            text,
            "en",
            Instant.EPOCH);
    return ANNOTATOR.annotate(article).countries().stream().map(CountryWeight::code).toList();
  }

  @Test
  void wordOfAGermanTextIsNoName() {
    assertThat(
            ANNOTATOR
                .annotate("", "Im Boden lag Geld. Mitte Mai fand es ein Kenner in Ulm.", "de")
                .names())
        .extracting(Name::text)
        .containsExactly("Ulm");
  }

  private static List<String> places(Annotation annotation) {
    return annotation.names().stream()
        .filter(name -> name.type() == NameType.LOCATION)
        .map(Name::text)
        .toList();
  }
}
