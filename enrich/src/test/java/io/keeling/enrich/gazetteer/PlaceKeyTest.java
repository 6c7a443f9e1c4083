package io.keeling.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Other ones in each run; a failure names its own. */
  static LongStream seeds() {
    return new Random().longs(1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void makesTheSameOfPlainLettersTheShortWay(long seed) {
    Random random = new Random(seed);
    StringBuilder letters = new StringBuilder();
    for (int left = random.nextInt(13); left > 0; left--) {
      letters.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
    }
    String name = letters.toString();

    assertThat(PlaceKey.of(name)).isEqualTo(PlaceKey.general(name));
    assertThat(PlaceKey.of("the " + name)).isEqualTo(PlaceKey.general("the " + name));
  }
}
