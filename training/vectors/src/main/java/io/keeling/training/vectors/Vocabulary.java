package io.keeling.training.vectors;

import io.keeling.models.topics.WordVectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The words that get a vector: those of our own texts and the most frequent of English. Immutable;
 * threads may share it.
 */
final class Vocabulary {

  /**
   * Most frequent words that get a vector whether our texts have them or not, for the texts to
   * come. More words make the file larger.
   */
  private static final int FREQUENT = 30_000;

  /**
   * How often a word of our texts must occur that the list does not have: once, it may be a
   * misprint or a name.
   */
  private static final int OFTEN = 2;

  /**
   * The parameter of smooth inverse frequency: Arora, Liang and Ma ("A simple but tough-to-beat
   * baseline for sentence embeddings", ICLR 2017) take 1e-3 to 1e-4; this is the upper end.
   */
  private static final double SMOOTH = 1e-3;

  private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'\u2019-]+");

  private final Map<String, Integer> ranks;

  private Vocabulary(Map<String, Integer> ranks) {
    this.ranks = ranks;
  }

  /**
   * @param list gzip, a word at the head of each line up to a tab, the most frequent first
   */
  static Vocabulary read(Path list) throws IOException {
    Map<String, Integer> ranks = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ranks.putIfAbsent(line.substring(0, line.indexOf('\t')), ranks.size() + 1);
      }
    }
    return new Vocabulary(ranks);
  }

  /** The words in their order. */
  List<String> words(Iterable<String> texts) {
    TreeSet<String> words = new TreeSet<>();
    ranks.forEach(
        (word, rank) -> {
          if (rank <= FREQUENT && WORD.matcher(word).matches()) {
            words.add(word);
          }
        });
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (String token : BETWEEN.split(text)) {
        WordVectors.parts(token).forEach(part -> counts.merge(part, 1, Integer::sum));
      }
    }
    counts.forEach(
        (word, count) -> {
          if ((count >= OFTEN || ranks.containsKey(word)) && WORD.matcher(word).matches()) {
            words.add(word);
          }
        });
    return new ArrayList<>(words);
  }

  /**
   * What a word counts in a passage, 0 to 1: by its frequency, which follows from its rank by
   * Zipf's law. A word that is not in the list is taken for rarer than all in it.
   */
  double weight(String word) {
    double harmonic = Math.log(ranks.size()) + 0.5772;
    double frequency = 1 / (ranks.getOrDefault(word, ranks.size() + 1) * harmonic);
    return SMOOTH / (SMOOTH + frequency);
  }
}
