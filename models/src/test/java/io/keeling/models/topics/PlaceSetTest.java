package io.keeling.models.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceSetTest {

  @Test
  void eachPlaceIsAddedOnceHoweverManyThereAre() {
    PlaceSet set = new PlaceSet();
    Set<Integer> expected = new HashSet<>();
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      int place = 1 + random.nextInt(10_000);
      assertThat(set.add(place)).isEqualTo(expected.add(place));
    }
    assertThat(expected).hasSizeGreaterThan(5_000);
  }
}
