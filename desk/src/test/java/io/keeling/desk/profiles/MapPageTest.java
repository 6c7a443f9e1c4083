package io.keeling.desk.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.profiles.WorldMap.Country;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapPageTest {

  @Test
  void shadesGrowWithTheCountAndTheMostHasTheFullest() {
    for (int most : new int[] {1, 2, 7, 100, 1_000_000}) {
      assertThat(MapPage.shade(most, most)).isEqualTo(MapPage.SHADES);
      int[] shades =
          IntStream.rangeClosed(1, Math.min(most, 1_000))
              .map(n -> MapPage.shade(n, most))
              .toArray();
      assertThat(shades).isSorted();
      assertThat(shades[0]).isBetween(1, MapPage.SHADES);
    }
  }

  @Test
  void everyCountryIsOnTheMapWithinItsBounds() {
    assertThat(WorldMap.COUNTRIES).hasSizeGreaterThan(200);
    assertThat(WorldMap.COUNTRIES)
        .extracting(Country::code)
        .contains("DE", "US", "TV", "XK")
        .doesNotHaveDuplicates()
        .doesNotContain("AQ");
    Set<String> known = Set.of(Locale.getISOCountries());
    assertThat(WorldMap.COUNTRIES.stream().filter(c -> known.contains(c.code())))
        .hasSizeGreaterThan(230);
    for (Country country : WorldMap.COUNTRIES) {
      assertThat(country.x()).isBetween(0, WorldMap.WIDTH);
      assertThat(country.y()).isBetween(0, WorldMap.HEIGHT);
      assertThat(country.outline()).matches("|M[0-9lmz -]+z");
    }
    assertThat(WorldMap.COUNTRIES.stream().filter(c -> !c.outline().isEmpty()))
        .hasSizeGreaterThan(140);
  }
}
