package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnownPairsTest {

  private static final String KIND = "w,nw=";

  @Property
  void theHashOfATextFollowsFromItsParts(@ForAll String text, @ForAll String more) {
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
