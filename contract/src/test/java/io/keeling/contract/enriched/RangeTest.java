package io.keeling.contract.enriched;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void aFractionMayBeAnythingFromNothingToAll(double value) {
    assertThatCode(() -> new Climate(ClimateGrade.NONE, value, List.of()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoFractionIsRefusedByName(double value) {
    assertThatThrownBy(() -> new Climate(ClimateGrade.NONE, value, List.of()))
        .hasMessageStartingWith("score");
    assertThatThrownBy(() -> new CountryWeight("DE", value)).hasMessageStartingWith("weight");
    assertThatThrownBy(() -> new Topic("t", TopicGrade.MAIN, value, List.of()))
        .hasMessageStartingWith("score");
    assertThatThrownBy(() -> name(value, null, null)).hasMessageStartingWith("salience");
  }

  @ParameterizedTest
  @CsvSource({"90.1,0", "-90.1,0", "0,180.1", "0,-180.1", "NaN,0", "0,NaN"})
  void aPlaceOffTheGlobeIsRefused(double lat, double lon) {
    assertThatThrownBy(() -> name(0, lat, lon)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0"})
  void thePolesAndTheDateLineArePlaces(double lat, double lon) {
    assertThatCode(() -> name(0, lat, lon)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "1,1", "2,1"})
  void aSpanHasALength(int start, int end) {
    assertThatThrownBy(() -> new Mention(start, end)).hasMessageContaining("not a span");
    assertThatThrownBy(() -> new Evidence(start, end, "r")).hasMessageContaining("not a span");
  }

  @Test
  void aStoryHasAtLeastOneOutlet() {
    assertThatThrownBy(() -> new Story("id", true, 0)).hasMessageStartingWith("outlets");
  }

  private static Name name(double salience, Double lat, Double lon) {
    return new Name("n", null, NameType.LOCATION, List.of(), salience, null, null, lat, lon);
  }
}
