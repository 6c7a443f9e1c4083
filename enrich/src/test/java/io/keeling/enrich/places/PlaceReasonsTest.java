package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceReasonsTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A barn in [Paris], Texas. | Paris | the text puts it in Texas
          She left [Paris] on Monday. | Paris | a capital
          A fire in [Birmingham]. | Birmingham | the largest population
          [Birmingham] and [Alabama]. | Birmingham | 100 % of the other places and demonyms are of US
          The flood in [Valencia]. | Valencia | the one that news usually means
          [Beijing] agreed. | Beijing | the only place known by this name
          The state of [Georgia] sued. | Georgia | the text calls it a state or province
          [Georgia] won. | Georgia | a country comes before towns and regions
          [Georgia] won. | Georgia | others come close
          The Republic of the [Congo] voted. | Congo | the text names this country
          The orchards of [Washington] and [Oregon]. | Washington | it is named beside another region
          BUFFALO, [N.Y.], slept. | N.Y. | the text abbreviates it
          Rowers of [Viana do Castelo]: [Viana] won. | Viana | short for Viana do Castelo
          A shop in [Hobart]'s [Elizabeth Street], [Tasmania]. | Elizabeth Street | found on no map
          A body on [Penarth Beach] near [Cardiff], [Wales]. | Penarth Beach | it is named after this town
          """)
  void placeTellsWhatItWasChosenBy(String marked, String name, String reason) {
    assertThat(reasons(marked, name)).anyMatch(r -> r.startsWith(reason));
  }

  @Test
  void everyPlaceHasAReason() {
    MarkedText text =
        MarkedText.of(
            "[Lima], [Goma], [Perth], [northern Kenya], [Halle], [Riverside County] and [Naples].",
            NameType.LOCATION);

    assertThat(text.locate(GEOGRAPHER).places().values())
        .isNotEmpty()
        .allSatisfy(choice -> assertThat(choice.reasons()).isNotEmpty());
  }

  @Test
  void outletsCountryIsTold() {
    Geography geography =
        MarkedText.of("A mill in [Perth].", NameType.LOCATION).locate(GEOGRAPHER, "AU");

    assertThat(geography.places().values())
        .flatExtracting(PlaceChoice::reasons)
        .contains("the outlet's country");
  }

  @Test
  void countryTellsTheNamesAndDemonymsThatCounted() {
    Geography geography =
        MarkedText.of(
                "Chinese tariffs hit [Lima] and Chinese tea. [China] and [Beijing] are calm; [China]"
                    + " waits.",
                NameType.LOCATION)
            .locate(GEOGRAPHER);

    assertThat(geography.sources().get("CN"))
        .containsExactly(
            new CountrySource("China", 2, 1),
            new CountrySource("Chinese", 2, 0.7),
            new CountrySource("Beijing", 1, 1));
    assertThat(geography.sources().get("PE")).containsExactly(new CountrySource("Lima", 1, 1));
  }

  private static List<String> reasons(String marked, String name) {
    return MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER).places().entrySet().stream()
        .filter(e -> e.getKey().text().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue()
        .reasons();
  }
}
