package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesakesTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @Test
  void placesOfOneNameAreTwoNamesWhereTheTextTellsThemApart() {
    assertThat(
            places(
                "[PARIS], [Texas] - The council of [Paris] met. It sends a delegation to [Paris],"
                    + " [France], in May. The mayor of [Paris] cheered.",
                "Paris"))
        .containsExactly("US TX x3", "FR 11 x1");
    assertThat(places("Trains to [Paris], [France], and back from [Paris] were late.", "Paris"))
        .containsExactly("FR 11 x2");
    assertThat(
            places(
                "Flights from [London] and [London], [Ontario], to [London], [England], stood.",
                "London"))
        .containsExactly("CA 08 x2", "GB ENG x1");
  }

  @Test
  void placeThatIsToldInSeveralWaysIsOneName() {
    assertThat(
            places(
                "[Paris], [Texas], slept. He left [Paris], [Texas]. She left [Paris] (USA).",
                "Paris"))
        .containsExactly("US TX x3");
  }

  @Test
  void regionBehindATownIsTheOneOfThatTown() {
    assertThat(places("[ATLANTA], [Georgia] - Russia bought wine.", "Georgia"))
        .containsExactly("US GA x1");
    assertThat(places("[BATUMI], [Georgia] - Texas and Alabama bought wine.", "Georgia"))
        .containsExactly("GE null x1");
  }

  @Test
  void stateHasAGovernorAndACountryAPrimeMinister() {
    assertThat(
            places(
                "[TBILISI], [Georgia] - Wine from [Georgia] is sold in [Atlanta]. The governor of"
                    + " [Georgia] met the prime minister of [Georgia]. [Georgia]'s legislature sat.",
                "Georgia"))
        .containsExactly("GE null x3", "US GA x2");
    for (String state :
        List.of(
            "The governor of [Georgia] met Russia.",
            "[Georgia] Gov. Larkin met Russia.",
            "[Georgia]'s statehouse burnt, Russia said.",
            "A state senator from [Georgia] met Russia.")) {
      assertThat(places(state, "Georgia")).as(state).containsExactly("US GA x1");
    }
    for (String country :
        List.of(
            "The prime minister of [Georgia] met [Texas] and [Alabama].",
            "[Georgia]'s parliament thanked [Texas] and [Alabama].")) {
      assertThat(places(country, "Georgia")).as(country).containsExactly("GE null x1");
    }
  }

  private static List<String> places(String marked, String name) {
    Map<TaggedName, PlaceChoice> places =
        MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER).places();
    return places.keySet().stream()
        .filter(tagged -> tagged.text().equals(name))
        .sorted(Comparator.comparingInt(tagged -> tagged.mentions().get(0).start()))
        .map(
            tagged -> {
              Place place = places.get(tagged).place();
              return place.country() + " " + place.region() + " x" + tagged.mentions().size();
            })
        .toList();
  }
}
