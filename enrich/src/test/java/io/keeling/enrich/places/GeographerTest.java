package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.LocatedName;
import io.keeling.enrich.names.TaggedName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeographerTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @ParameterizedTest(name = "{0}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Voters in [Georgia] and [Alabama] chose. | Georgia | US | REGION
          [Georgia] and [Russia] signed. | Georgia | GE | COUNTRY
          [Georgia]'s capital [Tbilisi] was calm. | Georgia | GE | COUNTRY
          A barn in [Paris], Texas. | Paris | US | CITY
          A barn in [Paris] (Texas). | Paris | US | CITY
          She left [Paris] on Monday. | Paris | FR | CITY
          A fire in [London], Ontario. | London | CA | CITY
          A fire in [London]. | London | GB | CITY
          The church in [Birmingham] and the governor of [Alabama]. | Birmingham | US | CITY
          The council of [Birmingham] met in [England]. | Birmingham | GB | CITY
          [Washington] welcomed it. | Washington | US | CITY
          The governor of [Washington] state. | Washington | US | REGION
          Rebels in [Congo] took [Goma]. | Congo | CD | COUNTRY
          [Congo] and its capital [Brazzaville]. | Congo | CG | REGION
          Herders in [northern Kenya]. | northern Kenya | KE | COUNTRY
          In [New York] it rained. | New York | US | CITY
          The talks in [Belem]. | Belem | BR | CITY
          A dike in [the Netherlands]. | the Netherlands | NL | COUNTRY
          The [United States] and [China] met in [Geneva]; American aides left. | Geneva | CH | CITY
          A barn in [Geneva], Illinois. | Geneva | US | CITY
          [Ohio], [Texas] and the university in [Oxford]. | Oxford | GB | CITY
          [Peru] shook; the church of [Santa Ana] fell. [Lima] helps. | Santa Ana | PE | CITY
          A trial in [Santa Ana]. | Santa Ana | US | CITY
          A strike in [Plymouth]. | Plymouth | GB | CITY
          A storm over [Bermuda]; [Hamilton] is safe. | Hamilton | BM | CITY
          A mill in [Hamilton]. | Hamilton | CA | CITY
          Coins in [Halle]. | Halle | DE | CITY
          Rowers of [Viana do Castelo]: [Viana] won. | Viana | PT | CITY
          The mayor of [Tampa], [Florida], and a think tank in [Naples]. | Naples | US | CITY
          A ship left [Naples]. | Naples | IT | CITY
          A fire in [Birmingham]. | Birmingham | GB | CITY
          The state of [Georgia] sued. | Georgia | US | REGION
          The Republic of the [Congo] voted. | Congo | CG | COUNTRY
          A bakery in [Arlington], Va., closed. | Arlington | US | CITY
          A dam in [Springfield], [Illinois], broke; [Chicago] is safe. | Springfield | US | CITY
          In [Perth] it was hot. | Perth | AU | CITY
          A mill in [Perth]; [Scotland]'s first minister and [Dundee] cheered. | Perth | GB | CITY
          A college in [Cambridge]. | Cambridge | GB | CITY
          A man of [Cambridge] was tried in [Boston], [Massachusetts]. | Cambridge | US | CITY
          Farmers in [Victoria] and [New South Wales]. | Victoria | AU | REGION
          The legislature of [British Columbia] sits in [Victoria]. | Victoria | CA | CITY
          Rain in [Hyderabad], [India]. | Hyderabad | IN | CITY
          Floods in [Sindh], [Pakistan], reached [Hyderabad] and [Karachi]. | Hyderabad | PK | CITY
          A strike in [San José], [Costa Rica]. | San José | CR | CITY
          Voters in [San Jose] and [Oakland], [California]. | San Jose | US | CITY
          A river flooded [Córdoba] and [Sevilla] in [Spain]. | Córdoba | ES | CITY
          [Argentina]: [Buenos Aires] and [Córdoba] struck. | Córdoba | AR | CITY
          The flood in [Valencia]. | Valencia | ES | CITY
          [Venezuela]: [Caracas] and [Valencia] went dark. | Valencia | VE | CITY
          [Washington] and [Beijing] agreed. | Washington | US | CITY
          The orchards of [Washington] and [Oregon] froze. | Washington | US | REGION
          A lake in [Jordan]. | Jordan | JO | COUNTRY
          BUFFALO, [N.Y.], slept. | N.Y. | US | REGION
          Sheriffs of [Riverside County], [California]. | Riverside County | US | DIVISION
          Weavers of [Guizhou province]. | Guizhou province | CN | REGION
          A body on [Penarth Beach] near [Cardiff], [Wales]. | Penarth Beach | GB | CITY
          A shop in [Hobart]'s [Elizabeth Street], [Tasmania]. | Elizabeth Street | AU | SITE
          Traffic in south [Los Angeles]. | Los Angeles | US | CITY
          Snow fell in [northern Los Angeles]. | northern Los Angeles | US | CITY
          Ministers in [Westminster] and a ferry to [Shetland]. | Westminster | GB | CITY
          A man of [Westminster] was tried in [Denver], [Colorado]. | Westminster | US | CITY
          Homes of the [West Midlands] flooded. | West Midlands | GB | REGION
          """)
  void placeIsChosenByItsContext(String marked, String name, String country, Place.Kind kind) {
    Geography geography = locate(marked, NameType.LOCATION);

    PlaceChoice choice =
        geography.places().entrySet().stream()
            .filter(e -> e.getKey().text().equals(name))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(choice.place().country()).isEqualTo(country);
    assertThat(choice.place().kind()).isEqualTo(kind);
    if (kind != Place.Kind.REGION) {
      assertThat(choice.place().lat() != null)
          .isEqualTo(kind == Place.Kind.CITY || kind == Place.Kind.DIVISION);
    }
  }

  @Test
  void townIsInTheStateThatStandsBehindItEvenIfItIsTooSmallForTheGazetteer() {
    assertThat(locate("A barn in [Geneva], New York, burnt.", NameType.LOCATION).countries())
        .containsExactly(new CountryWeight("US", 1));
    assertThat(locate("Talks in [Geneva]. China left.", NameType.LOCATION).countries())
        .extracting(CountryWeight::code)
        .containsExactly("CH", "CN");
    assertThat(
            locate("In [Brussels], [Washington] and [Beijing] it rained.", NameType.LOCATION)
                .countries())
        .extracting(CountryWeight::code)
        .containsExactlyInAnyOrder("BE", "US", "CN");
  }

  @Test
  void continentIsNoTownOfThatName() {
    assertThat(locate("Eels fetch much in [Asia].", NameType.LOCATION).places()).isEmpty();
  }

  @Test
  void personIsNoCountry() {
    assertThat(locate("[Michael Jordan] spoke. [Jordan] smiled.", NameType.PERSON).countries())
        .isEmpty();
  }

  @Test
  void demonymsWeighOnTheirCountry() {
    assertThat(
            locate("Chinese tariffs hit Chilean wine and Chinese tea.", NameType.LOCATION)
                .countries())
        .containsExactly(new CountryWeight("CN", 0.667), new CountryWeight("CL", 0.333));
  }

  @Test
  void newMexicoIsNotMexico() {
    assertThat(locate("Dust blew over New Mexico.", NameType.LOCATION).countries())
        .containsExactly(new CountryWeight("US", 1));
  }

  @Test
  void wordOfCapitalsAndHyphensWithoutEndTakesNoLongerThanAnyText() {
    String text = "A-".repeat(250_000) + " and women in Lima";

    List<LocatedName> found =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> GEOGRAPHER.passedOver(text, List.of()));

    assertThat(found).extracting(n -> text.substring(n.start(), n.end())).containsExactly("Lima");
  }

  @Test
  void manyNamesTakeNoLongerThanAsManyTextsOfOne() {
    String marked =
        IntStream.range(0, 40_000)
            .mapToObj(i -> "Peru and the Chad Basin. [A%05d] saw. ".formatted(i))
            .collect(Collectors.joining());

    Geography geography =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> locate(marked, NameType.LOCATION)); // it took minutes

    assertThat(geography.countries()).isNotEmpty();
  }

  @Test
  void areaOfManyCountriesIsNoneOfThem() {
    assertThat(countries("Latin American and Central American leaders met in Chile."))
        .containsExactly("CL");
    assertThat(countries("South America and North America lie far from Chile."))
        .containsExactly("CL");
    assertThat(
            countries(
                "Ships crossed the Gulf of Mexico, the Indian Ocean and the South China Sea."))
        .isEmpty();
    assertThat(countries("An Equatorial Guinean minister spoke.")).containsExactly("GQ");
    assertThat(countries("American ships left Mexico, China and the English Channel."))
        .containsExactlyInAnyOrder("US", "MX", "CN");
  }

  @Test
  void articleOnLatinAmericaDoesNotSpeakOfTheUnitedStates() {
    Geography geography =
        locate(
            "[Santiago] hosts Latin American ministers. In all South America, and in Latin America,"
                + " South American farmers in [Cordoba] wait.",
            NameType.LOCATION);

    assertThat(geography.countries()).extracting(CountryWeight::code).doesNotContain("US");
  }

  @Test
  void lineThatBelongsToThePageNamesNoCountry() {
    assertThat(
            countries("Rain fell on Chile.\n\nRead more: Chinese floods in Pakistan\n\nIt rained."))
        .containsExactly("CL");
  }

  @Test
  void shortNameIsTheFirstOfTheLongOnesWhateverTheirHashes() {
    for (int i = 0; i < 20; i++) {
      Geography geography =
          locate(
              " ".repeat(i)
                  + "In [San Pedro Sula] and in [San Pedro de Macoris] it rained; [San Pedro] waits.",
              NameType.LOCATION);

      assertThat(place(geography, "San Pedro").country()).isEqualTo("HN");
    }
  }

  @Test
  void possessiveInCapitalsIsNoPartOfACountry() {
    assertThat(GEOGRAPHER.passedOver("PERU'S VOTE, Peru's vote", List.of()))
        .containsExactly(
            new LocatedName(0, 4, NameType.LOCATION), new LocatedName(13, 17, NameType.LOCATION));
  }

  @Test
  void smallWordsAreNoCountries() {
    assertThat(
            locate("It was up to us to polish the turkey in the can.", NameType.LOCATION)
                .countries())
        .isEmpty();
  }

  @Test
  void wikidataIsGivenToPlacesThatAreBeyondDoubtAndCalledSo() {
    assertThat(wikidata("[Chicago] voted.", "Chicago")).isEqualTo("Q1297");
    assertThat(wikidata("Snow fell on [Bavaria].", "Bavaria")).isEqualTo("Q980");
    assertThat(wikidata("Trains to [Tokyo] stood.", "Tokyo")).isEqualTo("Q1490");
    assertThat(wikidata("Rain in [northern Kenya].", "northern Kenya")).isNull();
    assertThat(wikidata("Rain in [south Chicago].", "south Chicago")).isNull();
    assertThat(wikidata("[Vancouver], [Washington], burnt.", "Vancouver")).isNotEqualTo("Q24639");
    assertThat(wikidata("[London], [Ontario], burnt.", "London")).isEqualTo("Q92561");
    assertThat(wikidata("The [Republic of the Congo] voted.", "Republic of the Congo"))
        .isEqualTo("Q971");
    assertThat(wikidata("[Denmark] voted.", "Denmark")).isEqualTo("Q35");
    assertThat(wikidata("[Georgia] and [Russia] signed; Tbilisi and Georgians cheered.", "Georgia"))
        .isEqualTo("Q230");
    assertThat(wikidata("[Georgia] won.", "Georgia")).isNull();
    assertThat(wikidata("[Congo] won.", "Congo")).isNull();
    assertThat(wikidata("[England] won.", "England")).isNull();
    assertThat(wikidata("[Paris] won.", "Paris")).isNull();
  }

  @Test
  void wikidataIsGivenToBodiesByTheirFullNameAndCountry() {
    List<CountryWeight> american = List.of(new CountryWeight("US", 1));

    assertThat(body("United Nations", List.of())).isEqualTo("Q1065");
    assertThat(body("the European Union", List.of())).isEqualTo("Q458");
    assertThat(body("National Park Service", american)).isEqualTo("Q308439");
    assertThat(body("National Park Service", List.of(new CountryWeight("KR", 1)))).isNull();
    assertThat(body("Target", american)).isNull();
    assertThat(body("Shell", american)).isNull();
  }

  private static List<String> countries(String text) {
    return locate(text, NameType.LOCATION).countries().stream().map(CountryWeight::code).toList();
  }

  private static Place place(Geography geography, String name) {
    return geography.places().entrySet().stream()
        .filter(e -> e.getKey().text().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue()
        .place();
  }

  private static String body(String name, List<CountryWeight> countries) {
    return GEOGRAPHER.wikidata(
        new TaggedName(name, NameType.ORGANIZATION, List.of(), List.of()), countries);
  }

  private static @Nullable String wikidata(String marked, String name) {
    return locate(marked, NameType.LOCATION).places().entrySet().stream()
        .filter(e -> e.getKey().text().equals(name))
        .findFirst()
        .map(e -> GEOGRAPHER.wikidata(e.getKey(), e.getValue()))
        .orElse(null);
  }

  /** Locates a text in which brackets mark the names. */
  private static Geography locate(String marked, NameType type) {
    return MarkedText.of(marked, type).locate(GEOGRAPHER);
  }
}
