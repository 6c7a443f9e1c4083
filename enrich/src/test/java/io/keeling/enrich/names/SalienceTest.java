package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalienceTest {

  @Test
  void abbreviationInTheTitleNamesTheBodyItStandsFor() {
    assertThat(salience("UN: it rains", "United Nations"))
        .isGreaterThan(salience("It rains", "United Nations"));
    assertThat(salience("EPA: it rains", "U.S. Environmental Protection Agency"))
        .isGreaterThan(salience("It rains", "U.S. Environmental Protection Agency"));
    assertThat(salience("U.S. votes", "University of Sussex"))
        .isEqualTo(salience("It rains", "University of Sussex"));
  }

  @ParameterizedTest
  @CsvSource({
    "House prices fall, US, false",
    "On Sunday it rains, UN, false",
    "US house prices fall, US, true",
    "UN-led talks begin, UN, true",
    "greenpeace sues, Greenpeace, true",
    "Greenpeacekeepers sue, Greenpeace, false",
    "It rains at Greenpeace, Greenpeace, true"
  })
  void titleNamesABodyOnlyByWordsOfTheirOwn(String title, String body, boolean named) {
    assertThat(salience(title, body) > salience("It rains", body)).isEqualTo(named);
  }

  private static double salience(String title, String body) {
    TaggedName name =
        new TaggedName(
            body, NameType.ORGANIZATION, List.of(new Mention(0, body.length())), List.of("tagged"));
    return new Salience(title, 100, 1).of(name, false);
  }
}
