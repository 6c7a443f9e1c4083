package io.keeling.reader.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The ministers agreed to cut the use of coal by half before the end of the decade.
          de | Die Minister einigten sich darauf, die Kohle bis zum Ende des Jahrzehnts zu halbieren.
          fr | Les ministres ont décidé de réduire de moitié le charbon avant la fin de la décennie.
          es | Los ministros acordaron reducir a la mitad el uso del carbón antes de que acabe la década.
          it | I ministri hanno deciso di dimezzare il carbone entro la fine del decennio.
          pt | Os ministros concordaram em reduzir pela metade o uso do carvão até ao fim da década.
          nl | De ministers spraken af het gebruik van steenkool voor het einde van het decennium te halveren.
          zh | 部长们同意在十年内将煤炭使用量减少一半，并加快可再生能源的建设。
          ar | اتفق الوزراء على خفض استخدام الفحم إلى النصف قبل نهاية العقد
          """)
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(language(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Oh no", "420.5 ppm, 3.5 %, 2026-11-24 12:00:00 1234567890"})
  void saysThatItCannotTellFromTooLittle(String text) {
    assertThat(language(text)).isEqualTo(LanguageFinder.UNKNOWN);
  }

  @Test
  void aRunOfTheLastCharacterOfUnicodeHarmsNothing() {
    String last = new String(Character.toChars(0x10FFFF)).repeat(60);
    String sentence = "The ministers agreed to cut the use of coal by half. ";

    assertThat(language(sentence + last)).isEqualTo("en");
  }

  @Test
  void aLongTextIsInTheLanguageOfMostOfIt() {
    String quote = "The river rose again last night, and people left their homes. ".repeat(10);
    String text = "Der Fluss stieg in der Nacht, und viele verließen ihre Häuser. ".repeat(2_000);
    assertThat(language(quote + text)).isEqualTo("de");
  }

  @Test
  void wordsOfAnotherLanguageAtBothEndsOfAText() {
    String chinese = "部长们同意在十年内将煤炭使用量减少一半，并加快可再生能源的建设。".repeat(3);
    String german = "Die Minister einigten sich darauf, die Kohle zu halbieren. ".repeat(2);
    String text =
        ("Ministers in Nairobi promised to spend more on drought relief after a dry season. Farmers"
                + " said the money would come too late for those who had sold their herds. In Lima"
                + " a court heard that the company had known of the leak for three weeks. ")
            .repeat(20);
    assertThat(language(chinese + text + chinese)).isEqualTo("en");
    assertThat(language(german + text + german)).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | en | declared-and-confirmed
          de | en | common-words
          en_GB | en | declared-and-confirmed
          und | en | common-words
          """)
  void whatIsDeclaredIsHeldAgainstTheText(String declared, String code, String rule) {
    String text =
        "The ministers agreed that they would cut the use of coal by half before the end of the"
            + " decade, and that the poorest of them should have help with it from all the others.";

    assertThat(LanguageFinder.find(text, declared)).isEqualTo(new LanguageFinder.Found(code, rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nb | no
          deu | de
          """)
  void textThatTellsNothingIsInTheLanguageDeclared(String declared, String code) {
    assertThat(LanguageFinder.find("Oh no", declared).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Regn",
        "Statsministeren møtte kollegaen fra Danmark i går kveld.",
        "Die Regierung will den Ausbau der Windkraft beschleunigen.",
        "El govern vol accelerar l'energia eòlica aquest any.",
        "Вітер змінився вночі, і люди залишили домівки."
      })
  void textKeepsTheLanguageOnceItIsDeclared(String text) {
    String language = language(text);
    assertThat(language(text)).isEqualTo(LanguageFinder.find(text, language).code());
  }

  private static String language(String text) {
    return LanguageFinder.find(text, "").code();
  }
}
