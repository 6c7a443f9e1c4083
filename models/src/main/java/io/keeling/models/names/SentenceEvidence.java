package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.names.features.WordFeatures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what a sentence's features say for each outcome, word by word. The order of the features
 * is that of {@code name-features.xml}: another order rounds otherwise. For one thread.
 */
final class SentenceEvidence {

  /**
   * Words of which the weights are kept, about 600 bytes each. Nine of ten words of the news are
   * among fewer.
   */
  private static final int KEPT_WORDS = 4096;

  private static final int[] NEIGHBOURS = {0, -1, -2, 1, 2};
  private static final int[] NEXT = {0, -1, 1};

  private final FeatureWeights weights;
  private final WordFeatures features;
  private final Gazetteer gazetteer;
  private final Map<String, ModelWord> kept = new HashMap<>();
  private final Context[] before;
  private final Context[] beforeThat;
  private final Context everywhere;
  private final Context first;
  private final double uniform;

  private ModelWord[] words = {};
  private @Nullable String[] labels = {};

  SentenceEvidence(TokenNameFinderModel model, FeatureWeights weights) {
    this.weights = weights;
    WordClusters clusters = Objects.requireNonNull(model.getArtifact("words.clusters"));
    this.features = new WordFeatures(clusters);
    this.gazetteer = Objects.requireNonNull(model.getArtifact("names.gazetteer"));
    int outcomes = weights.outcomes();
    before = new Context[outcomes];
    beforeThat = new Context[outcomes];
    for (int i = 0; i < outcomes; i++) {
      before[i] = weights.ofAny("po=" + weights.outcome(i));
      beforeThat[i] = weights.ofAny("ppo=" + weights.outcome(i));
    }
    everywhere = weights.ofAny("def");
    first = weights.ofAny("S=begin");
    uniform = StrictMath.log(1.0 / outcomes);
  }

  /** Begins a sentence. */
  void begin(String[] sentence) {
    if (kept.size() >= KEPT_WORDS) {
      kept.clear();
    }
    words = new ModelWord[sentence.length];
    for (int i = 0; i < sentence.length; i++) {
      words[i] = kept.computeIfAbsent(sentence[i], w -> new ModelWord(w, features, weights));
    }
    labels = gazetteer.labels(sentence);
  }

  /**
   * Sums up what is the same for all candidates.
   *
   * @param outcome the best candidate's outcome of the word before
   */
  void sumShared(int at, int outcome, double[] sums) {
    Arrays.fill(sums, uniform);
    for (int distance : NEIGHBOURS) {
      if (isWord(at + distance)) {
        add(words[at + distance].shape(distance), sums);
      }
    }
    for (int distance : NEIGHBOURS) {
      if (isWord(at + distance)) {
        add(words[at + distance].token(distance), sums);
      }
    }
    for (int distance : NEXT) {
      if (isWord(at + distance)) {
        add(words[at + distance].pattern(distance), sums);
      }
    }
    add(everywhere, sums);
    addPairs(at, sums);
    add(words[at].affixes, sums);
    if (at == 0) {
      add(first, sums);
    }
    addClusters(at, outcome, sums);
    for (int i = Math.max(0, at - 1); i <= Math.min(words.length - 1, at + 1); i++) {
      if (labels[i] != null) {
        add(weights.of("gz" + (i - at) + "=" + labels[i]), sums);
      }
    }
  }

  /** Adds what depends on the outcomes of the word before and of the one before that. */
  void addOutcomes(int at, int outcome, int earlier, double[] sums) {
    ModelWord word = words[at];
    add(before[outcome], sums);
    add(word.afterWord(outcome), sums);
    add(word.afterShape(outcome), sums);
    add(beforeThat[earlier], sums);
  }

  private void addPairs(int at, double[] sums) {
    ModelWord word = words[at];
    if (at > 0) {
      ModelWord last = words[at - 1];
      add(weights.of("pw,w=" + last.text + "," + word.text), sums);
      add(weights.of("pwc,wc=" + last.shape + "," + word.shape), sums);
    }
    if (at + 1 < words.length) {
      ModelWord next = words[at + 1];
      add(weights.of("w,nw=" + word.text + "," + next.text), sums);
      add(weights.of("wc,nc=" + word.shape + "," + next.shape), sums);
    }
  }

  private void addClusters(int at, int outcome, double[] sums) {
    int window = WordFeatures.WINDOW;
    for (int i = Math.max(0, at - window); i <= Math.min(words.length - 1, at + window); i++) {
      add(words[i].clusters(i - at), sums);
    }
    ModelWord word = words[at];
    add(word.clusterAndShape, sums);
    if (at > 0) {
      add(weights.of("kb-1=" + words[at - 1].cluster + "," + word.cluster + "," + word.shape), sums);
      add(word.afterCluster(outcome), sums);
    }
    if (at + 1 < words.length) {
      add(weights.of("kb+1=" + word.cluster + "," + words[at + 1].cluster + "," + word.shape), sums);
    }
  }

  private boolean isWord(int index) {
    return index >= 0 && index < words.length;
  }

  private static void add(Context[] features, double[] sums) {
    for (Context feature : features) {
      add(feature, sums);
    }
  }

  private static void add(@Nullable Context feature, double[] sums) {
    if (feature != null) {
      int[] outcomes = feature.getOutcomes();
      double[] parameters = feature.getParameters();
      for (int i = 0; i < outcomes.length; i++) {
        sums[outcomes[i]] += parameters[i];
      }
    }
  }
}
