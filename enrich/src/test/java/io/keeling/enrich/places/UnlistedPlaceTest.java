package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnlistedPlaceTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  private static final String PHILIPPINES =
      "The [Philippines] had floods. The [Yawa River] rose in [Legazpi City], [Albay]; [Metro"
          + " Manila] was dry. Japan and Australia sent help to [Manila].";

  @Test
  void riverOrLakeThatIsFoundNowhereLiesInTheCountryOfTheArticle() {
    assertThat(country(PHILIPPINES, "Yawa River")).contains("PH");
    String peru =
        "[Lake Palcacocha] may burst, [Peru] says. [Huaraz] and [Lima] wait. A court in [Hamm] and"
            + " another in [Hamburg] sit. [Bolivia] and [La Paz] look on.";
    assertThat(country(peru, "Lake Palcacocha")).contains("PE");
  }

  @Test
  void riverOfAnotherCountryOrOfManyLiesInNone() {
    assertThat(
            country("[Peru], [Lima] and [Huaraz] wait. The [Danube River] rose.", "Danube River"))
        .isEmpty();
    assertThat(country("[Peru], [Lima] and [Huaraz] wait. The [Ohio River] rose.", "Ohio River"))
        .isEmpty();
  }

  @Test
  void whatIsCalledAfterALakeIsNone() {
    assertThat(PlaceNames.nature("Lake Palcacocha")).isTrue();
    assertThat(PlaceNames.nature("Lake Street")).isFalse();
    assertThat(PlaceNames.nature("Mount Vernon School")).isFalse();
    assertThat(PlaceNames.nature("Cape Town Stadium")).isFalse();
    assertThat(PlaceNames.nature("River County")).isFalse();
  }

  @Test
  void cityIsFoundByOtherSpellingsAndWithMetroBeforeIt() {
    assertThat(place(PHILIPPINES, "Legazpi City").map(Place::kind)).contains(Place.Kind.CITY);
    assertThat(place(PHILIPPINES, "Metro Manila").map(Place::name)).contains("Manila");
  }

  @Test
  void onlyTownOfItsNameIsMeantHoweverSmallIfTheTextSaysThatItIsAPlace() {
    assertThat(country("Reindeer in [Inari] starve.", "Inari")).contains("FI");
    assertThat(country("Snow comes late to [Inari].", "Inari")).contains("FI");
    assertThat(country("It was cold, according to [Inari].", "Inari")).isEmpty();
    assertThat(country("She fed [Inari] and left.", "Inari")).isEmpty();
    assertThat(country("Herders in [Kenya] and [Nairobi] met a man in [Inari].", "Inari"))
        .isNotEqualTo(Optional.of("FI"));
  }

  private static Optional<String> country(String marked, String name) {
    return place(marked, name).map(Place::country);
  }

  private static Optional<Place> place(String marked, String name) {
    return MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER).places().entrySet().stream()
        .filter(e -> e.getKey().text().equals(name))
        .map(Map.Entry::getValue)
        .map(PlaceChoice::place)
        .findFirst();
  }
}
