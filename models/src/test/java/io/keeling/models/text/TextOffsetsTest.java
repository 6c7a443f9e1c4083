package io.keeling.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.RandomText;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextOffsetsTest {

  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "it", "ja", "und");
  private static final List<String> SPACES = List.of(" ", " ", " ", "", "  ", "\n", ". ");
  private static final List<String> PIECES =
      List.of(
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
          "\u2028");

  private static final int MOST_PIECES = 60;

  static LongStream seeds() {
    return RandomText.seeds(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyTokenCutsExactlyItsTextOut(long seed) {
    Random random = new Random(seed);
    String text = text(random);
    String language = RandomText.one(LANGUAGES, random);

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

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCharacterThatIsNoSpaceLiesInAToken(long seed) {
    Random random = new Random(seed);
    String text = text(random);
    String language = RandomText.one(LANGUAGES, random);

    StringBuilder tokens = new StringBuilder();
    for (Sentence sentence : TextAnalyzer.forLanguage(language).analyze(text)) {
      sentence.tokens().forEach(token -> tokens.append(token.text()));
    }
    assertThat(tokens.toString()).isEqualTo(withoutSpaces(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab.", "\ud83d\ude00", "a-", "'", "日本"})
  void textWithoutSpacesOrBreaksIsCutAtTheCap(String word) {
    String text = word.repeat(20_000 / word.length() + 1);
    List<Sentence> sentences = TextAnalyzer.forLanguage("en").analyze(text);
    assertThat(sentences).hasSizeGreaterThan(1);
    assertThat(sentences)
        .allSatisfy(
            s -> assertThat(s.end() - s.start()).isLessThanOrEqualTo(ParagraphSplitter.MAX_LENGTH));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(MOST_PIECES + 1); left > 0; left--) {
      text.append(
          switch (random.nextInt(3)) {
            case 0 -> RandomText.one(PIECES, random);
            case 1 -> RandomText.any(random, 6);
            default -> RandomText.of("abcdefghijklmnopqrstuvwxyzAEIMS", random, 9);
          });
      text.append(RandomText.one(SPACES, random));
    }
    return text.toString();
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
