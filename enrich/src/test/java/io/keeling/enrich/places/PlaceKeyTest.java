package io.keeling.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The U.S.            | us
          S\u00e3o Tom\u00e9  | sao tome
          C\u00f4te d\u2019Ivoire | cote divoire
          Cote d'Ivoire       | cote divoire
          Stratford-upon-Avon | stratford upon avon
          The Hague           | hague
          Theresienstadt      | theresienstadt
          """)
  void comparesNamesWithoutAccentsCaseDotsAndArticle(String name, String key) {
    assertThat(PlaceKey.of(name)).isEqualTo(key);
  }

  @Property
  void makesTheSameOfPlainLettersTheShortWay(
      @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = '~') String name) {
    assertThat(PlaceKey.of(name)).isEqualTo(PlaceKey.general(name));
    assertThat(PlaceKey.of("the " + name)).isEqualTo(PlaceKey.general("the " + name));
  }
}
