package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.RandomText;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownPairsTest {

  private static final String KIND = "w,nw=";

  static LongStream seeds() {
    return RandomText.seeds(1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theHashOfATextFollowsFromItsParts(long seed) {
    Random random = new Random(seed);
    String text = RandomText.any(random, 40);
    String more = RandomText.any(random, 40);

    assertThat(KnownPairs.hash(text.hashCode(), more)).isEqualTo((text + more).hashCode());
  }

  @Test
  void everyPairOfTheModelMayBeHeldAndHardlyAnyOther() {
    List<String> features = IntStream.range(0, 5_000).mapToObj(n -> KIND + "one" + n).toList();
    KnownPairs pairs = new KnownPairs(features, f -> true);
    assertThat(features).allMatch(f -> pairs.mayHold(f.hashCode()));
    long mistaken =
        IntStream.range(0, 5_000).filter(n -> pairs.mayHold((KIND + "two" + n).hashCode())).count();
    assertThat(mistaken).isLessThan(500);
  }

  @Test
  void otherFeaturesAreNotKept() {
    List<String> features = IntStream.range(0, 5_000).mapToObj(n -> "shape" + n).toList();
    KnownPairs pairs = new KnownPairs(features, f -> f.startsWith(KIND));
    assertThat(features).noneMatch(f -> pairs.mayHold(f.hashCode()));
  }
}
