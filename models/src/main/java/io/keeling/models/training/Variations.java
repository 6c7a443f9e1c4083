package io.keeling.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes marked text as various as the world's news: some sentences again in capitals, as headlines
 * are, and half of the abbreviations without their dots ("Mr", "US"). The same seed gives the same
 * text.
 */
final class Variations {

  private static final double IN_CAPITALS = 0.1;
  private static final double WITHOUT_DOTS = 0.5;

  private final Random random;

  Variations(long seed) {
    this.random = new Random(seed);
  }

  List<MarkedSentence> of(List<MarkedSentence> sentences) {
    List<MarkedSentence> result = new ArrayList<>(sentences.size() * 5 / 4);
    for (MarkedSentence sentence : sentences) {
      MarkedSentence varied = undotted(sentence);
      result.add(varied);
      if (random.nextDouble() < IN_CAPITALS) {
        result.add(
            new MarkedSentence(
                varied.words().stream().map(w -> w.toUpperCase(Locale.ROOT)).toList(),
                varied.marks()));
      }
    }
    return result;
  }

  private MarkedSentence undotted(MarkedSentence sentence) {
    List<String> words = new ArrayList<>(sentence.words().size());
    for (String word : sentence.words()) {
      boolean abbreviation =
          word.length() > 2 && word.endsWith(".") && Character.isUpperCase(word.charAt(0));
      words.add(abbreviation && random.nextDouble() < WITHOUT_DOTS ? word.replace(".", "") : word);
    }
    return new MarkedSentence(words, sentence.marks());
  }
}
