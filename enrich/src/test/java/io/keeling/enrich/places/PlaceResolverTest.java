package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.gazetteer.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceResolverTest {

  @Test
  void worthOfEachOfManyPlacesIsWeighedAgainstAllOfThem() {
    List<Place> candidates = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      candidates.add(new Place("Zapata", Place.Kind.CITY, "MX", null, null, null, i, false));
    }
    Collections.shuffle(candidates, new Random(1958));

    PlaceChoice choice =
        PlaceResolver.choice(
            candidates,
            place -> {
              assertThat(new HashSet<>(candidates)).hasSize(100);
              return place.population();
            });

    assertThat(choice.place().population()).isEqualTo(100);
    assertThat(choice.alternatives())
        .extracting(Place::population)
        .startsWith(99L, 98L)
        .hasSize(99);
    assertThat(choice.sure()).isTrue();
  }
}
