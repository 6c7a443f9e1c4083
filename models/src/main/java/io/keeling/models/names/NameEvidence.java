package io.keeling.models.names;

import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.util.Span;

/**
 * Explains which features made the model take words for a name. Much slower than tagging. Not
 * thread-safe.
 */
public final class NameEvidence {

  private static final String[][] NO_OTHER_FEATURES = {};

  private final NameContextGenerator generator;
  private final FeatureWeights weights;

  /**
   * @param model the model that found the names
   */
  public NameEvidence(NameModel model) {
    this.generator = model.model().getFactory().createContextGenerator();
    this.weights = model.weights();
  }

  /**
   * Returns the evidence for each word of a name.
   *
   * @param sentence the sentence that contains the name
   * @param name the name, at the boundaries of its words
   * @param most maximum number of features for each word
   */
  public List<WordEvidence> of(Sentence sentence, NameSpan name, int most) {
    List<Token> tokens = sentence.tokens();
    int first = 0;
    while (first < tokens.size() && tokens.get(first).start() < name.start()) {
      first++;
    }
    int end = first;
    while (end < tokens.size() && tokens.get(end).end() <= name.end()) {
      end++;
    }
    if (first == end) {
      return List.of();
    }
    String[] words = sentence.words();
    Span[] span = {new Span(first, end, name.type().name())};
    String[] outcomes = new BilouCodec().encode(span, words.length);
    List<WordEvidence> evidence = new ArrayList<>();
    for (int i = first; i < end; i++) {
      String[] features = generator.getContext(i, words, outcomes, NO_OTHER_FEATURES);
      evidence.add(new WordEvidence(words[i], outcomes[i], strongest(features, outcomes[i], most)));
    }
    generator.clearAdaptiveData();
    return evidence;
  }

  private List<WordEvidence.Feature> strongest(String[] features, String outcome, int most) {
    int index = weights.outcome(outcome);
    return Arrays.stream(features)
        .distinct()
        .map(feature -> new WordEvidence.Feature(feature, weights.of(feature, index)))
        .filter(feature -> feature.weight() != 0)
        .sorted(
            Comparator.comparingDouble((WordEvidence.Feature f) -> Math.abs(f.weight())).reversed())
        .limit(most)
        .toList();
  }
}
