package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeRegionTest {

  private static final Geographer GEOGRAPHER = new Geographer();

  @Test
  void townsOfOneStateAreNotTheFamousOnesOfTheirNames() {
    String georgia =
        "A court in [Atlanta] ruled for customers in [Athens], [Rome] and [Columbus]. In [Macon],"
            + " [Georgia], people of [Monroe County] cheered.";
    for (String name : new String[] {"Athens", "Rome", "Columbus", "Monroe County", "Georgia"}) {
      assertThat(region(georgia, name)).as(name).isEqualTo("US GA");
    }
    String texas =
        "Lawmakers met. In [Texas], [Paris], [Clarksville] and [Sherman] want water from [Dallas].";
    assertThat(region(texas, "Paris")).isEqualTo("US TX");
    assertThat(region(texas, "Clarksville")).isEqualTo("US TX");
    String washington =
        "Fires burnt in [Washington]. People left [Spokane], [Chelan] and [Leavenworth], and in"
            + " [Olympia] the governor spoke.";
    assertThat(region(washington, "Leavenworth")).isEqualTo("US WA");
    assertThat(region(washington, "Washington")).isEqualTo("US WA");
    String ontario =
        "Rain fell on [London]. The river rose at [Paris] and [Cambridge]. [Kitchener] and [Guelph]"
            + " were dry, and in [Ottawa] the minister spoke of [Ontario].";
    for (String name : new String[] {"London", "Paris", "Cambridge"}) {
      assertThat(region(ontario, name)).as(name).isEqualTo("CA 08");
    }
  }

  @Test
  void famousTownsKeepTheirNamesInTheCompanyOfOthers() {
    String tour =
        "The band from [Atlanta], [Georgia], plays in [London], [Paris], [Rome], [Athens] and"
            + " [Vienna] before [Savannah] and [Macon].";
    assertThat(region(tour, "Athens")).startsWith("GR");
    assertThat(region(tour, "Rome")).startsWith("IT");
    String bourbon =
        "[Kentucky] sells bourbon in [London] and [Paris]; [Lexington] and [Louisville] make it.";
    assertThat(region(bourbon, "London")).startsWith("GB");
    assertThat(region(bourbon, "Paris")).startsWith("FR");
    String mine =
        "The miner, listed in [London], digs near [Sudbury], [Timmins] and [Kingston] in [Ontario]."
            + " British investors left.";
    assertThat(region(mine, "London")).startsWith("GB");
    String england = "Trains from [London] to [Cambridge] and [Oxford] stood; [Manchester] too.";
    assertThat(region(england, "Cambridge")).startsWith("GB");
    String football =
        "[Georgia] play in [Athens], [Rome] and [Dublin]. Their coach is from [Tbilisi].";
    assertThat(region(football, "Athens")).startsWith("GR");
    String talks =
        "[Washington], [Moscow] and [Kyiv] talk. [Seattle], [Spokane] and [Tacoma] wait.";
    assertThat(region(talks, "Washington")).isEqualTo("US DC");
  }

  @Test
  void bigCityIsNotMeantForASmallTownOfItsNameInTheState() {
    String football =
        "[Miami] took him from [Louisville]. In [Georgia], [Atlanta] and [Macon] watched; [Alabama]"
            + " and [Florida] too.";
    assertThat(region(football, "Louisville")).isEqualTo("US KY");
  }

  @Test
  void smallNamesakeOverTheBorderIsNotMeantByTheNeighbours() {
    assertThat(region("The firm has plants in [Lille] and [Ghent].", "Lille")).startsWith("FR");
    assertThat(region("[Lille], [Ghent] and [Antwerp] struck with Belgian unions.", "Lille"))
        .startsWith("FR");
  }

  private static String region(String marked, String name) {
    Geography geography = MarkedText.of(marked, NameType.LOCATION).locate(GEOGRAPHER);
    Place place =
        geography.places().entrySet().stream()
            .filter(e -> e.getKey().text().equals(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow()
            .place();
    return place.country() + " " + place.region();
  }
}
