package io.keeling.enrich.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordScannerTest {

  @Test
  void bringsWordsIntoOneForm() {
    assertThat(forms("Net-zero GLACIERS’ cities, decarbonisation; the glacier's gases"))
        .containsExactly(
            "net", "zero", "glacier", "city", "decarbonization", "the", "glacier", "gas");
    assertThat(forms("The U.N. said 1.5°C, CO₂ and 1,200 crises. End."))
        .containsExactly("the", "un", "said", "1.5", "c", "co2", "and", "1,200", "crisis", "end");
  }

  @Test
  void heatingIsNotHeat() {
    assertThat(forms("heating heated heat")).doesNotHaveDuplicates();
  }

  @Test
  void offsetsCutTheWordAsItIsWritten() {
    String text = "🌍 U.S. wind-farms’ share";

    assertThat(WordScanner.of("en").scan(text))
        .extracting(w -> text.substring(w.start(), w.end()))
        .containsExactly("U.S.", "wind", "farms", "share");
  }

  @Test
  void initialsWithoutEndTakeNoLongerThanAnyText() {
    List<Word> words =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> WordScanner.of("en").scan("A.".repeat(2_000_000) + " a.b"));

    assertThat(words).extracting(Word::end).startsWith(4_000_000).hasSize(3);
  }

  @Test
  void dotsJoinInitialsOnly() {
    assertThat(forms("U.N.Security A.b A.B.c 1.A.B Ab.C A.1.B X.Y"))
        .containsExactly("unsecurity", "a", "b", "abc", "1", "ab", "ab", "c", "a", "1", "b", "xy");
  }

  private static List<String> forms(String text) {
    return WordScanner.of("en").scan(text).stream().map(Word::form).toList();
  }
}
