package io.keeling.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource({
    "a\uD800b, a\uFFFDb",
    "a\uDC00b, a\uFFFDb",
    "a\uD800, a\uFFFD",
    "\uDC00\uD800, \uFFFD\uFFFD",
    "\uD83C\uD83C\uDF0D, \uFFFD\uD83C\uDF0D",
    "a\u0000b, a\uFFFDb",
    "a\u0007b\u009Bc, a b c"
  })
  void whatCannotBeStoredIsReplacedInItsPlace(String text, String expected) {
    assertThat(PlainText.storable(text)).isEqualTo(expected).hasSameSizeAs(text);
  }

  @Test
  void textThatCanBeStoredIsTheSameInstance() {
    String text = "Zwei \uD83C\uDF0D\n\n\tund \uDBFF\uDFFF";

    assertThat(PlainText.storable(text)).isSameAs(text);
  }

  @Test
  void aLineHasSingleSpacesAndNothingThatTurnsTheLinesAroundIt() {
    assertThat(PlainText.line(" A \u202Erats\u202C\r\n\t on\u00A0\u2028 \u2066isle\u2069 ", 99))
        .isEqualTo("A rats on isle");
  }

  @Test
  void invisibleCharactersStayWhereTheyJoinOrPartAndAreNoFlood() {
    String persian = "\u0645\u06CC\u200C\u0634\u0648\u062F";
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69";

    assertThat(PlainText.line(persian + " " + family, 99)).isEqualTo(persian + " " + family);
    assertThat(PlainText.line("a" + "\u200B\u200D\uFEFF".repeat(1_000) + "b", 9_999))
        .isEqualTo("a\u200Bb");
  }

  @Test
  void aLongLineIsCutAfterAWord() {
    assertThat(PlainText.line("one two three four", 12)).isEqualTo("one two\u2026");
  }

  @Test
  void aLongWordIsCutBetweenTwoCharacters() {
    assertThat(PlainText.cut("\uD83C\uDF0D".repeat(9), 6))
        .isEqualTo("\uD83C\uDF0D\uD83C\uDF0D\u2026");
  }

  @Test
  void aLineIsCutHoweverLongItIs() {
    assertThat(PlainText.line("word ".repeat(2_000_000), 500)).hasSizeBetween(490, 500);
    assertThat(PlainText.line(" ".repeat(2_000_000), 500)).isEmpty();
    assertThat(PlainText.line(" ".repeat(2_000_000) + "word", 500)).isEqualTo("word");
  }

  @Test
  void aLineThatIsCutTwiceIsAsIfItWereCutOnce() {
    String once = PlainText.line("one two three four", 12);

    assertThat(PlainText.line(once, 12)).isEqualTo(once);
  }
}
