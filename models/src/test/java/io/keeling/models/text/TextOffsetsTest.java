package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextOffsetsTest {

  @Property(tries = 300)
  void everyTokenCutsExactlyItsTextOut(
      @ForAll @From("texts") String text, @ForAll @From("languages") String language) {
    int end = 0;
    for (Sentence sentence : TextAnalyzer.forLanguage(language).analyze(text)) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
      assertThat(sentence.end()).isLessThanOrEqualTo(text.length());
      for (Token token : sentence.tokens()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(Math.max(end, sentence.start()));
        assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        end = token.end();
      }
      assertThat(end).isEqualTo(sentence.end());
    }
  }

  @Property(tries = 300)
  void everyCharacterThatIsNoSpaceLiesInAToken(
      @ForAll @From("texts") String text, @ForAll @From("languages") String language) {
    StringBuilder tokens = new StringBuilder();
    for (Sentence sentence : TextAnalyzer.forLanguage(language).analyze(text)) {
      sentence.tokens().forEach(token -> tokens.append(token.text()));
    }
    assertThat(tokens.toString()).isEqualTo(withoutSpaces(text));
  }

  @Property(tries = 20)
  void textWithoutSpacesOrBreaksIsCutAtTheCap(@ForAll @From("words") String word) {
    String text = word.repeat(20_000 / word.length() + 1);
    List<Sentence> sentences = TextAnalyzer.forLanguage("en").analyze(text);
    assertThat(sentences).hasSizeGreaterThan(1);
    assertThat(sentences)
        .allSatisfy(
            s -> assertThat(s.end() - s.start()).isLessThanOrEqualTo(Paragraphs.MAX_LENGTH));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "Mr.",
                "U.S.",
                "Kerry’s",
                "O'Neill-Smith",
                "3.5%",
                "£3m",
                "“Stop.”",
                "\n\n",
                "\r\n",
                "—",
                "e.g.",
                "J.",
                "K.",
                "No.",
                "10",
                "l'eau",
                "don't",
                "''",
                "-",
                ".",
                "...",
                "\ud83d\ude00",
                "\ud83d",
                "\ude00",
                "e\u0301",
                "\u200b",
                "\u00a0",
                "日本語。",
                "العربية",
                "AT&T",
                "http://x.org/a?b=c#d",
                "\u0000",
                "\u2028"),
            Arbitraries.strings().ofMaxLength(6),
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9));
    Arbitrary<String> spaces = Arbitraries.of(" ", " ", " ", "", "  ", "\n", ". ");
    return pieces
        .flatMap(piece -> spaces.map(space -> piece + space))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a", "ab.", "\ud83d\ude00", "a-", "'", "日本");
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("en", "de", "fr", "it", "ja", "und");
  }

  private static String withoutSpaces(String text) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!Spaces.isSpace(text.charAt(i))) {
        rest.append(text.charAt(i));
      }
    }
    return rest.toString();
  }
}
