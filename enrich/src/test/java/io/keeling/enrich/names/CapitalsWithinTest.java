package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalsWithinTest {

  @ParameterizedTest
  @ValueSource(strings = {"LibreOffice", "TikTok", "ChatGPT", "FileHippo"})
  void productHasACapitalWithin(String word) {
    assertThat(CapitalsWithin.product(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"McDonald", "LeBron", "DeKalb", "NoHo", "O'Hara", "Jean-Luc", "NASA", "Oslo"})
  void peopleAndPlacesAreWrittenOtherwise(String word) {
    assertThat(CapitalsWithin.product(word)).isFalse();
  }

  @Test
  void whatIsTakenForSomebodyIsABodyAndForAPlaceNothing() {
    LocatedName person = new LocatedName(0, 6, NameType.PERSON);
    LocatedName place = new LocatedName(0, 6, NameType.LOCATION);

    assertThat(CapitalsWithin.mended(person, "TikTok fell.").type())
        .isEqualTo(NameType.ORGANIZATION);
    assertThat(CapitalsWithin.noPlace(place, "TikTok fell.", town -> false)).isTrue();
    assertThat(CapitalsWithin.noPlace(place, "TikTok fell.", town -> true)).isFalse();
  }
}
