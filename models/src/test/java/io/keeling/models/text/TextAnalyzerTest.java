package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyzerTest {

  @Test
  void doesNotEndASentenceBehindAnAbbreviation() {
    assertThat(
            sentences(
                "en",
                "Mr. Smith met Gov. Newsom and Prof. Ama Owusu of St. Mary's. J. K. Rowling wrote"
                    + " from No. 10. CO2 stood at 420.5 ppm. It rose again."))
        .containsExactly(
            "Mr. Smith met Gov. Newsom and Prof. Ama Owusu of St. Mary's.",
            "J. K. Rowling wrote from No. 10.",
            "CO2 stood at 420.5 ppm.",
            "It rose again.");
  }

  @Test
  void endsASentenceAtEveryLineBreak() {
    assertThat(sentences("en", "FLOODS HIT LAGOS\n\nThe river rose\r\nand fell\u2028Twice"))
        .containsExactly("FLOODS HIT LAGOS", "The river rose", "and fell", "Twice");
  }

  @Test
  void cutsPossessivesHyphensAndPunctuationFromWords() {
    assertThat(words("en", "“Kerry’s trip to the Paris-based IEA,” she said; it’s U.S. policy."))
        .containsExactly(
            "“", "Kerry", "’s", "trip", "to", "the", "Paris", "-", "based", "IEA", ",", "”", "she",
            "said", ";", "it", "’s", "U.S.", "policy", ".");
    assertThat(words("en", "Sen. D.Y. Rao (Gov. Ito's aide) ran."))
        .containsExactly("Sen.", "D.Y.", "Rao", "(", "Gov.", "Ito", "'s", "aide", ")", "ran", ".");
    assertThat(words("en", "don't the Greens' O'Neill"))
        .containsExactly("do", "n't", "the", "Greens", "'", "O'Neill");
  }

  @Test
  void cutsFrenchElisionsBeforeTheWord() {
    assertThat(words("fr", "L’eau d'Aix-en-Provence n'est pas à 3,5 °C."))
        .containsExactly(
            "L’",
            "eau",
            "d'",
            "Aix",
            "-",
            "en",
            "-",
            "Provence",
            "n'",
            "est",
            "pas",
            "à",
            "3,5",
            "°",
            "C",
            ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "sw", "und", "xx"})
  void findsTwoSentencesInAnyLanguage(String language) {
    assertThat(sentences(language, "Lima arde otra vez. Berlin brennt nicht mehr."))
        .containsExactly("Lima arde otra vez.", "Berlin brennt nicht mehr.");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TextAnalyzer.forLanguage("en").analyze("")).isEmpty();
    assertThat(TextAnalyzer.forLanguage("en").analyze(" \n\u00a0\u200b\t\n")).isEmpty();
  }

  @Test
  void saysWhatIsAtWork() {
    assertThat(TextAnalyzer.forLanguage("en").models())
        .containsExactly(
            "opennlp-en-ud-ewt-sentence-1.3-2.5.4", "opennlp-en-ud-ewt-tokens-1.3-2.5.4");
    assertThat(TextAnalyzer.forLanguage("sw").models()).containsExactly("unicode-rules");
  }

  private static List<String> sentences(String language, String text) {
    return TextAnalyzer.forLanguage(language).analyze(text).stream()
        .map(s -> text.substring(s.start(), s.end()))
        .toList();
  }

  private static List<String> words(String language, String text) {
    return TextAnalyzer.forLanguage(language).analyze(text).stream()
        .flatMap(s -> s.tokens().stream())
        .map(Token::text)
        .toList();
  }
}
