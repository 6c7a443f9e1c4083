package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.names.features.WordFeatures;
import io.keeling.models.text.KeptWords;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the weights of a sentence's features for each outcome, word by word, in the order of
 * {@code name-features.xml}: another order would round differently. For one thread.
 */
final class SentenceEvidence {

  private static final int[] NEIGHBOURS = {0, -1, -2, 1, 2};
  private static final int[] NEXT = {0, -1, 1};

  private final FeatureWeights weights;
  private final WordFeatures features;
  private final Gazetteer gazetteer;
  private final KeptWords<ModelWord> kept;
  private final long[][] beforeThat;
  private final long[] everywhere;
  private final long[] first;
  private final double uniform;

  private ModelWord[] words = {};
  private long[] @Nullable [][] names = {};

  SentenceEvidence(TokenNameFinderModel model, FeatureWeights weights, KeptWords<ModelWord> kept) {
    this.weights = weights;
    this.kept = kept;
    WordClusters clusters = Objects.requireNonNull(model.getArtifact("words.clusters"));
    this.features = new WordFeatures(clusters);
    this.gazetteer = Objects.requireNonNull(model.getArtifact("names.gazetteer"));
    int outcomes = weights.outcomes();
    beforeThat = new long[outcomes][];
    for (int i = 0; i < outcomes; i++) {
      beforeThat[i] = weights.of(List.of("ppo=" + weights.outcome(i)));
    }
    everywhere = weights.of(List.of("def"));
    first = weights.of(List.of("S=begin"));
    uniform = StrictMath.log(1.0 / outcomes);
  }

  void begin(String[] sentence) {
    words = new ModelWord[sentence.length];
    for (int i = 0; i < sentence.length; i++) {
      words[i] = kept.get(sentence[i], w -> new ModelWord(w, features, weights));
    }
    @Nullable String[] labels = gazetteer.labels(sentence);
    names = new long[sentence.length][][];
    for (int i = 0; i < sentence.length; i++) {
      String label = labels[i];
      names[i] = label == null ? null : weights.shared("gz" + label, () -> known(label));
    }
  }

  private long[][] known(String label) {
    long[][] found = new long[NEXT.length][];
    for (int distance : NEXT) {
      found[distance + 1] = weights.of(List.of("gz" + distance + "=" + label));
    }
    return found;
  }

  /**
   * Sums up the weights common to all candidates.
   *
   * @param outcome the best candidate's outcome of the previous word
   */
  void sumShared(int at, int outcome, double[] sums) {
    Arrays.fill(sums, uniform);
    for (int distance : NEIGHBOURS) {
      if (isWord(at + distance)) {
        Weights.add(words[at + distance].shape(distance), sums);
      }
    }
    for (int distance : NEIGHBOURS) {
      if (isWord(at + distance)) {
        Weights.add(words[at + distance].token(distance), sums);
      }
    }
    for (int distance : NEXT) {
      if (isWord(at + distance)) {
        Weights.add(words[at + distance].pattern(distance), sums);
      }
    }
    Weights.add(everywhere, sums);
    addPairs(at, sums);
    Weights.add(words[at].affixes, sums);
    if (at == 0) {
      Weights.add(first, sums);
    }
    addClusters(at, outcome, sums);
    for (int i = Math.max(0, at - 1); i <= Math.min(words.length - 1, at + 1); i++) {
      long[][] name = names[i];
      if (name != null) {
        Weights.add(name[i - at + 1], sums);
      }
    }
  }

  /** Adds the weights that depend on the outcomes of the previous two words. */
  void addOutcomes(int at, int outcome, int earlier, double[] sums) {
    Weights.add(words[at].after(outcome), sums);
    Weights.add(beforeThat[earlier], sums);
  }

  private void addPairs(int at, double[] sums) {
    ModelWord word = words[at];
    if (at > 0) {
      ModelWord last = words[at - 1];
      weights.addPair(FeatureWeights.WORD_BEFORE, last.text, word.text, sums);
      Weights.add(word.shapeBehind(last), sums);
    }
    if (at + 1 < words.length) {
      ModelWord next = words[at + 1];
      weights.addPair(FeatureWeights.WORD_BEHIND, word.text, next.text, sums);
      Weights.add(word.shapeBefore(next), sums);
    }
  }

  private void addClusters(int at, int outcome, double[] sums) {
    int window = WordFeatures.WINDOW;
    for (int i = Math.max(0, at - window); i <= Math.min(words.length - 1, at + window); i++) {
      Weights.add(words[i].clusters(i - at), sums);
    }
    ModelWord word = words[at];
    Weights.add(word.ofClusterAndShape, sums);
    if (at > 0) {
      Weights.add(word.clusterBehind(words[at - 1]), sums);
      Weights.add(word.clusterAfter(outcome), sums);
    }
    if (at + 1 < words.length) {
      Weights.add(word.clusterBefore(words[at + 1]), sums);
    }
  }

  private boolean isWord(int index) {
    return index >= 0 && index < words.length;
  }
}
