package io.keeling.desk.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | de",
        "de-AT, en;q=0.8 | de",
        "fr, de;q=0.5, en;q=0.4 | de",
        "fr, en-GB;q=0.7, de;q=0.3 | en",
        "fr | en",
        "* | en",
        "de;q=nonsense | en",
        ";;;,,, | en",
      })
  void aBrowserGetsTheLanguageItLikesBestOfThoseThereAre(String header, String language) {
    assertThat(Languages.accepted(header).code()).isEqualTo(language);
  }

  @Test
  void aHeaderThatIsMissingOrEndlessIsNotRead() {
    assertThat(Languages.accepted(null)).isEqualTo(Languages.ENGLISH);
    assertThat(Languages.accepted("de," + "xx,".repeat(10_000))).isEqualTo(Languages.ENGLISH);
  }

  @Test
  void onlyLanguagesWithAFileAreSpoken() {
    assertThat(Languages.of("de")).isPresent();
    assertThat(Languages.of("../en")).isEmpty();
    assertThat(Languages.of(null)).isEmpty();
  }
}
