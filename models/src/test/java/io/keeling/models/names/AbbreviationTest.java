package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationTest {

  @ParameterizedTest
  @CsvSource({
    "Department of Health and Human Services, HHS, true",
    "Alliance of Small Island States, Aosis, true",
    "Environmental Protection Agency, EPA, true",
    "Northern Peatland Council, Norpeac, true",
    "World Bank, IMF, false",
    "University of Nairobi, Nairobi, false",
    "Green Runners, Unn, false",
    "Shell, Shell, false",
    "Bank, Banking, false",
  })
  void lettersFitInOrderFromTheBeginningOfAWord(String name, String letters, boolean fits) {
    assertThat(Abbreviation.fits(name, letters)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"NATO, true", "Ibama, true", "ibama, false", "A, false", "G20, false"})
  void wordOfFewLettersMayAbbreviate(String word, boolean may) {
    assertThat(Abbreviation.word(word)).isEqualTo(may);
  }
}
