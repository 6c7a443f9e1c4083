package io.keeling.training.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Makes marked text as various as the world's news: some sentences again in capitals or in title
 * case, as headlines are, and half of the abbreviations without their dots ("Mr", "US"). The same
 * seed gives the same text. The shares were chosen.
 */
public final class Variations {

  /** Share of the sentences that come again in capitals. */
  private static final double IN_CAPITALS = 0.15;

  /** Share of the sentences that come again in title case. */
  private static final double IN_TITLE_CASE = 0.05;

  /** Share of the abbreviations that lose their dots. */
  private static final double WITHOUT_DOTS = 0.5;

  private final Random random;

  public Variations(long seed) {
    this.random = new Random(seed);
  }

  public List<MarkedSentence> of(List<MarkedSentence> sentences) {
    List<MarkedSentence> result = new ArrayList<>(sentences.size() * 5 / 4);
    for (MarkedSentence sentence : sentences) {
      MarkedSentence varied = undotted(sentence);
      result.add(varied);
      double as = random.nextDouble();
      if (as < IN_CAPITALS) {
        result.add(written(varied, word -> word.toUpperCase(Locale.ROOT)));
      } else if (as < IN_CAPITALS + IN_TITLE_CASE) {
        result.add(written(varied, Variations::titled));
      }
    }
    return result;
  }

  private static MarkedSentence written(MarkedSentence sentence, UnaryOperator<String> as) {
    return new MarkedSentence(sentence.words().stream().map(as).toList(), sentence.marks());
  }

  private static String titled(String word) {
    return word.length() < 4 || !Character.isLetter(word.charAt(0))
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
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
