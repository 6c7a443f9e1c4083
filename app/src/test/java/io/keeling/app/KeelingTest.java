package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeelingTest {

  @Test
  void numbersAreWrittenInTheSameWayWhateverTheLanguageOfTheMachine() {
    Locale usual = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));

      Keeling.formatAlike();

      assertThat("http://localhost:%d/ %,d %.1f".formatted(8080, 1234, 1.5))
          .isEqualTo("http://localhost:8080/ 1,234 1.5");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, usual);
    }
  }
}
