package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.OurNews;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.TextAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;

class NameDecoderTest {

  private static final NameModel MODEL = NameModel.load();

  /** Longer than OpenNLP's cache of features. */
  private static final int LONG_SENTENCE = 150;

  @Test
  void findsInOurNewsWhatNameFinderMeFindsToTheLastBit() throws IOException {
    assertEqualNames(sentencesOfOurNews());
  }

  @Test
  void findsTheSameWhereWordsMakeNoSense() throws IOException {
    Random random = new Random(7);
    List<String> words =
        new ArrayList<>(sentencesOfOurNews().stream().flatMap(Arrays::stream).distinct().toList());
    words.addAll(
        List.of("\ud83d", "-", "--", ",", "e\u0301", "\u6771\u4eac", "\u3042\u3044", "USA-", "X-"));
    List<String[]> sentences = new ArrayList<>();
    for (int length = 1; length <= LONG_SENTENCE; length++) {
      sentences.add(
          random.ints(length, 0, words.size()).mapToObj(words::get).toArray(String[]::new));
    }
    assertEqualNames(sentences);
  }

  private static List<String[]> sentencesOfOurNews() throws IOException {
    TextAnalyzer analyzer = TextAnalyzer.forLanguage("en");
    return OurNews.texts().stream()
        .flatMap(article -> analyzer.analyze(article).stream())
        .map(Sentence::words)
        .toList();
  }

  private static void assertEqualNames(List<String[]> sentences) {
    NameDecoder ours = new NameDecoder(MODEL);
    NameFinderME theirs = new NameFinderME(MODEL.model());
    int names = 0;
    for (String[] words : sentences) {
      Span[] expected = theirs.find(words);
      double[] probabilities = theirs.probs(expected);
      Span[] found = ours.find(words);
      assertThat(found).as(String.join(" ", words)).isEqualTo(expected);
      assertThat(Arrays.stream(found).mapToDouble(Span::getProb).toArray())
          .as(String.join(" ", words))
          .isEqualTo(probabilities);
      names += found.length;
    }
    assertThat(names).isGreaterThan(sentences.size());
  }
}
